package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Server;
import im.parley.app.client.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand sockets in one room, and one that stops reading. */
class BigRoomTest {

  private static final int SOCKETS = 1000;
  private static final int MESSAGES = 220;

  /** So many messages are sent before everyone who reads has them: far less than the bound. */
  private static final int STRIDE = 20;

  @TempDir Path data;

  @Test
  void everyMessageReachesAllInOrderWhileOneSocketStopsReading() throws Exception {
    try (Server server = Server.start(data, "--limits", "off");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      String token = server.register("ada");
      List<Client> clients = new ArrayList<>();
      for (int i = 0; i < SOCKETS; i++) {
        clients.add(Client.hello(server.url(), token));
      }
      Client stalled = Client.hello(Socket.openNarrow(server.url()), Json.of("token", token));
      Client writer = Client.hello(server.url(), token);
      String room = writer.general();
      long head = writer.welcome().list("rooms").getFirst().number("head");

      Semaphore received = new Semaphore(0);
      List<Future<List<Long>>> readers = new ArrayList<>();
      for (Client client : clients) {
        readers.add(threads.submit(receive(client, head + MESSAGES, received)));
      }
      String text = "x".repeat(8000);
      for (int i = 1; i <= MESSAGES; i++) {
        Json reply = writer.ask("message.send", "room", room, "key", "k" + i, "text", text);
        assertThat(reply.at("ok").number("seq")).isEqualTo(head + i);
        if (i % STRIDE == 0) {
          assertThat(received.tryAcquire(STRIDE * SOCKETS, 60, TimeUnit.SECONDS)).isTrue();
        }
      }

      List<Long> expected = LongStream.rangeClosed(head + 1, head + MESSAGES).boxed().toList();
      for (Future<List<Long>> reader : readers) {
        assertThat(reader.get()).isEqualTo(expected);
      }
      assertThat(stalled.socket().closeCode()).isEqualTo(4002);
      assertThat(server.admin().get("/metrics").body()).contains("parley_slow_consumers_total 1.0");
      clients.forEach(Client::close);
      writer.close();
    }
  }

  private static Callable<List<Long>> receive(Client client, long last, Semaphore received) {
    return () -> {
      List<Long> seqs = new ArrayList<>();
      while (seqs.isEmpty() || seqs.getLast() < last) {
        seqs.add(client.next("message.posted").number("seq"));
        received.release();
      }
      return seqs;
    };
  }
}
