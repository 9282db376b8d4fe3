package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server process is killed under load, again and again; nothing that it acknowledged is lost.
 */
abstract class KillBehavior {

  private static final int LIVES = 4;
  private static final int WRITERS = 6;
  private static final int ACKS_PER_LIFE = 150;

  @TempDir Path data;

  /** Starts a server without limits on what was there before. */
  abstract Server start() throws Exception;

  @Test
  void everyAcknowledgedMessageIsThereOnceInOrderAndResumed() throws Exception {
    List<Writer> writers = new ArrayList<>();
    try (Server server = start()) {
      for (int i = 0; i < WRITERS; i++) {
        writers.add(new Writer("writer" + i, server.register("writer" + i)));
      }
      server.kill();
    }
    for (int life = 0; life < LIVES; life++) {
      try (Server server = start()) {
        List<Thread> running = writers.stream().map(writer -> writer.start(server.url())).toList();
        for (Writer writer : writers) {
          writer.awaitAcks(ACKS_PER_LIFE);
        }
        server.kill();
        for (Thread thread : running) {
          thread.join();
        }
        writers.forEach(Writer::rethrow);
      }
    }
    try (Server server = start()) {
      List<Json> events = wholeLog(server, writers.getFirst());
      Map<String, Long> seqOfKey = seqOfKey(events);
      for (Writer writer : writers) {
        writer.finish(server.url());
        writer.acked.forEach((key, seq) -> assertThat(seqOfKey).containsEntry(key, seq));
        assertThat(writer.received)
            .as("what %s received", writer.name)
            .containsExactlyElementsOf(
                LongStream.rangeClosed(writer.received.getFirst(), writer.lastSeq)
                    .boxed()
                    .toList());
      }
    }
  }

  /** The room's log, read page by page; without a gap. */
  private static List<Json> wholeLog(Server server, Writer reader) throws Exception {
    List<Json> events = new ArrayList<>();
    boolean more = true;
    while (more) {
      String path = "/v1/rooms/" + reader.room + "/events?limit=200&after=" + events.size();
      Json page = server.http(reader.token).get(path).json(200);
      events.addAll(page.list("events"));
      more = page.isTrue("more");
    }
    assertThat(events.stream().map(event -> event.number("seq")))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
    return events;
  }

  private static Map<String, Long> seqOfKey(List<Json> events) {
    Map<String, Long> seqOfKey = new HashMap<>();
    for (Json event : events) {
      if (event.text("type").equals("message.posted")) {
        Long other = seqOfKey.put(event.at("data").text("key"), event.number("seq"));
        assertThat(other).as("the key of event %s was there before", event).isNull();
      }
    }
    return seqOfKey;
  }

  /** Sends and listens until the connection breaks; in its next life it resumes and sends again. */
  private static final class Writer {

    final String name;
    final String token;
    final Map<String, Long> acked = new LinkedHashMap<>();
    final Map<String, String> pending = new LinkedHashMap<>();
    final List<Long> received = new ArrayList<>();
    final AtomicReference<Throwable> failure = new AtomicReference<>();
    String room = "";
    long lastSeq = -1;
    private int count;
    private int acksInThisLife;

    Writer(String name, String token) {
      this.name = name;
      this.token = token;
    }

    Thread start(String url) {
      acksInThisLife = 0;
      return Thread.ofVirtual()
          .start(() -> {
            try {
              live(url);
            } catch (IOException expected) {
              // The server was killed.
            } catch (Throwable e) {
              failure.set(e);
              synchronized (this) {
                notifyAll();
              }
            }
          });
    }

    private void live(String url) throws IOException {
      try (Client client = connect(url)) {
        Map<Long, String> keyOfId = new HashMap<>();
        // What was not acknowledged goes first, or the writer's own order would break.
        for (Map.Entry<String, String> message : pending.entrySet()) {
          keyOfId.put(post(client, message.getKey(), message.getValue()), message.getKey());
        }
        while (true) {
          if (pending.size() < 8) {
            String key = name + "-" + ++count;
            pending.put(key, "message " + key);
            keyOfId.put(post(client, key, "message " + key), key);
          } else {
            take(client.next(), keyOfId);
          }
        }
      }
    }

    private Client connect(String url) throws IOException {
      Json hello = Json.of("token", token);
      if (lastSeq >= 0) {
        hello = Json.of("token", token, "resume", Json.of(room, lastSeq));
      }
      Client client = Client.hello(url, hello);
      room = client.general();
      if (lastSeq < 0) {
        lastSeq = client.welcome().list("rooms").getFirst().number("head");
      } else {
        assertThat(client.welcome().at("resume").text(room)).isEqualTo("delta");
      }
      return client;
    }

    private long post(Client client, String key, String text) throws IOException {
      return client.tell("message.send", "room", room, "key", key, "text", text);
    }

    private void take(Json message, Map<Long, String> keyOfId) {
      if (message.has("id")) {
        String key = keyOfId.get(message.number("id"));
        Long before = acked.put(key, message.at("ok").number("seq"));
        assertThat(before).isNull();
        pending.remove(key);
        synchronized (this) {
          acksInThisLife++;
          notifyAll();
        }
      } else if (message.has("seq")) {
        assertThat(message.number("seq")).as("the event after %s", lastSeq).isEqualTo(lastSeq + 1);
        lastSeq++;
        received.add(lastSeq);
      }
    }

    synchronized void awaitAcks(int acks) throws InterruptedException {
      while (acksInThisLife < acks && failure.get() == null) {
        wait();
      }
      rethrow();
    }

    void rethrow() {
      if (failure.get() != null) {
        throw new AssertionError(name, failure.get());
      }
    }

    /** Resumes for the last time, and repeats everything: nothing new happens. */
    void finish(String url) throws IOException {
      try (Client client = connect(url)) {
        Json synced = client.next("room.synced");
        received.addAll(
            LongStream.rangeClosed(lastSeq + 1, synced.at("data").number("seq")).boxed().toList());
        lastSeq = synced.at("data").number("seq");
        for (Map.Entry<String, Long> message : acked.entrySet()) {
          Json again =
              client.ask(
                  "message.send",
                  "room",
                  room,
                  "key",
                  message.getKey(),
                  "text",
                  "message " + message.getKey());
          assertThat(again.at("ok").number("seq")).isEqualTo(message.getValue());
          assertThat(again.at("ok").fields()).containsEntry("duplicate", true);
        }
      }
    }
  }
}
