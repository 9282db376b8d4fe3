package im.parley.app.chaos;

import im.parley.app.client.Json;
import im.parley.app.client.Socket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A client as it should be: connected to some node, or on its way to another; it says how far it
 * has come, sends what was not answered before anything new, and one message a room at a time.
 */
final class Participant implements AutoCloseable {

  /** A node that does not answer for so long is left. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(6);

  private static final long PAUSE_MILLIS = 40;

  /** One in so many messages is sent twice, as by a client that waited too short. */
  private static final int TWICE = 20;

  final String name;
  private final String token;
  private final List<Cluster.Node> nodes;
  private final History history;
  private final Random random;
  private final Thread thread;

  /** How far it has come in each of its rooms. */
  private final Map<String, Long> positions = new ConcurrentHashMap<>();

  /** The message in each room that is not answered yet. */
  private final Map<String, Pending> pending = new LinkedHashMap<>();

  private final Map<String, Integer> counts = new HashMap<>();
  private volatile boolean writes;
  private volatile boolean closed;
  private volatile @Nullable Connection connection;

  /** A message that was sent, and perhaps will be again. */
  private record Pending(String room, String key, int number) {}

  /** A connection to a node. */
  private final class Connection {

    final Cluster.Node node;
    final Socket socket;
    final Map<Long, Pending> asked = new ConcurrentHashMap<>();
    volatile long unansweredSince = Long.MAX_VALUE;
    private long lastId = 1;

    Connection(Cluster.Node node, Socket socket) {
      this.node = node;
      this.socket = socket;
    }

    synchronized void send(Pending message) throws IOException {
      long id = ++lastId;
      asked.put(id, message);
      if (unansweredSince == Long.MAX_VALUE) {
        unansweredSince = System.nanoTime();
      }
      Json data =
          Json.of("room", message.room(), "key", message.key(), "text", "said " + message.key());
      history.add(
          new History.Sent(
              System.nanoTime(), name, message.room(), message.key(), message.number()));
      socket.send(Json.of("id", id, "type", "message.send", "data", data).toString());
    }
  }

  /**
   * One who listens, and writes from {@link #write} on.
   *
   * @param name what the history calls it; no other has it
   */
  Participant(String name, String token, List<Cluster.Node> nodes, History history, long seed) {
    this.name = name;
    this.token = token;
    this.nodes = nodes;
    this.history = history;
    this.random = new Random(seed);
    this.thread = Thread.ofVirtual().name(name).start(this::live);
  }

  /** Begins to write, or stops. */
  void write(boolean on) {
    writes = on;
  }

  private void live() {
    while (!closed) {
      Cluster.Node node = nodes.get(random.nextInt(nodes.size()));
      try (Socket socket = Socket.open(node.url())) {
        greet(socket);
        Connection here = new Connection(node, socket);
        connection = here;
        history.add(new History.Online(System.nanoTime(), name));
        Thread writer = Thread.ofVirtual().name(name + " writes").start(() -> write(here));
        try {
          while (true) {
            take(here, Json.parse(socket.next()));
          }
        } finally {
          connection = null;
          history.add(new History.Offline(System.nanoTime(), name));
          writer.interrupt();
        }
      } catch (IOException | RuntimeException e) {
        pause(50 + random.nextInt(200));
      }
    }
  }

  private void greet(Socket socket) throws IOException {
    Map<String, Long> before = Map.copyOf(positions);
    Json hello = Json.of("token", token, "resume", new Json(new HashMap<>(before)));
    socket.send(Json.of("id", 1, "type", "hello", "data", hello).toString());
    Json answer = Json.parse(socket.next());
    if (!answer.has("ok")) {
      throw new IOException("Hello was refused: " + answer);
    }
    Json welcome = answer.at("ok");
    Map<String, Long> heads = new HashMap<>();
    welcome.list("rooms").forEach(room -> heads.put(room.text("id"), room.number("head")));
    positions.keySet().retainAll(heads.keySet());
    heads.forEach(positions::putIfAbsent);
    before.forEach((room, position) -> {
      Long head = heads.get(room);
      if (head != null && welcome.at("resume").text(room).equals("reset")) {
        history.add(new History.Reset(System.nanoTime(), name, room, head));
        positions.put(room, head);
      }
    });
  }

  private void take(Connection here, Json message) throws IOException {
    if (message.has("id")) {
      takeAnswer(here, message);
    } else if (message.has("seq")) {
      hear(message);
    } else if (message.isEvent("room.added")) {
      positions.put(message.text("room"), message.at("data").number("head"));
    } else if (message.isEvent("room.removed")) {
      positions.remove(message.text("room"));
    }
  }

  private void hear(Json event) {
    String room = event.text("room");
    long seq = event.number("seq");
    String key = event.isEvent("message.posted") ? event.at("data").text("key") : null;
    history.add(new History.Heard(System.nanoTime(), name, room, seq, key));
    positions.computeIfPresent(room, (_, before) -> Math.max(before, seq));
  }

  private void takeAnswer(Connection here, Json answer) throws IOException {
    Pending message = here.asked.remove(answer.number("id"));
    if (message == null) {
      return;
    }
    here.unansweredSince = here.asked.isEmpty() ? Long.MAX_VALUE : System.nanoTime();
    long now = System.nanoTime();
    if (answer.has("ok")) {
      history.add(
          new History.Acked(now, message.key(), message.room(), answer.at("ok").number("seq")));
      settle(message);
    } else if (answer.at("error").isTrue("retry")) {
      Thread.ofVirtual().start(() -> repeat(here, message));
    } else {
      history.add(new History.Refused(now, message.key(), answer.at("error").text("code")));
      settle(message);
    }
  }

  private void repeat(Connection here, Pending message) {
    pause(200);
    try {
      if (connection == here) {
        here.send(message);
      }
    } catch (IOException e) {
      // The next connection sends it.
    }
  }

  private void settle(Pending message) {
    synchronized (pending) {
      pending.remove(message.room());
      pending.notifyAll();
    }
  }

  private void write(Connection here) {
    try {
      List<Pending> unanswered;
      synchronized (pending) {
        unanswered = new ArrayList<>(pending.values());
      }
      for (Pending message : unanswered) {
        here.send(message);
      }
      while (!Thread.interrupted()) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        if (System.nanoTime() - here.unansweredSince > PATIENCE_NANOS) {
          here.socket.close();
          return;
        }
        Pending next = writes ? next() : null;
        if (next != null) {
          here.send(next);
          if (random.nextInt(TWICE) == 0) {
            here.send(next);
          }
        }
      }
    } catch (IOException e) {
      // The next connection goes on.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A new message, in a room where nothing waits for an answer. */
  private @Nullable Pending next() {
    List<String> rooms = new ArrayList<>(positions.keySet());
    if (rooms.isEmpty()) {
      return null;
    }
    String room = rooms.get(random.nextInt(rooms.size()));
    synchronized (pending) {
      if (pending.containsKey(room)) {
        return null;
      }
      int number = counts.merge(room, 1, Integer::sum);
      Pending message = new Pending(room, name + "-" + room + "-" + number, number);
      pending.put(room, message);
      return message;
    }
  }

  /** Whether everything that it sent was answered. */
  boolean isSettled() {
    synchronized (pending) {
      return pending.isEmpty();
    }
  }

  /** Whether it has come as far as its rooms have; those that it is not in do not count. */
  boolean hasHeard(Map<String, Long> heads) {
    return connection != null
        && heads.entrySet().stream()
            .allMatch(
                head -> positions.getOrDefault(head.getKey(), head.getValue()) >= head.getValue());
  }

  /** How far it has come. */
  Map<String, Long> positions() {
    return Map.copyOf(positions);
  }

  /** The node that it is on stands still, or goes on: nothing can be expected of it, or again. */
  void nodeHeld(Cluster.Node node, boolean held) {
    Connection here = connection;
    if (here != null && here.node == node) {
      long now = System.nanoTime();
      history.add(held ? new History.Offline(now, name) : new History.Online(now, name));
    }
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Leaves for good. */
  @Override
  public void close() {
    closed = true;
    Connection here = connection;
    if (here != null) {
      here.socket.close();
    }
    thread.interrupt();
  }
}
