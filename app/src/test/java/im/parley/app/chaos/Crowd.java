package im.parley.app.chaos;

import im.parley.app.client.Http;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * People on all nodes who talk in two rooms of their own, come and go, read and delete; some of
 * their sessions end.
 */
final class Crowd implements AutoCloseable {

  private static final int WRITERS = 6;

  /** After a fault everything is answered within this time. */
  private static final long RECOVERY_SECONDS = 40;

  /** What is answered is heard within this time, by whoever is connected. */
  private static final long SOON_SECONDS = 20;

  private final Cluster cluster;
  private final History history;
  private final Random random;
  private final List<Person> people = new ArrayList<>();
  private final List<Participant> participants = new ArrayList<>();

  /** Those who write, and those who are here for a moment. */
  private final Set<Participant> everyone = ConcurrentHashMap.newKeySet();

  private final List<Thread> others = new ArrayList<>();
  private final List<String> rooms = new ArrayList<>();
  private volatile boolean stopped;

  private Crowd(Cluster cluster, History history, long seed) {
    this.cluster = cluster;
    this.history = history;
    this.random = new Random(seed);
  }

  /** A crowd that has come together and begun to talk. */
  static Crowd gather(Cluster cluster, History history, long seed) throws Exception {
    Crowd crowd = new Crowd(cluster, history, seed);
    for (int i = 0; i < WRITERS + 2; i++) {
      crowd.people.add(Person.register(crowd.node(i).server(), "person" + i));
    }
    crowd.openRoom("Deck");
    crowd.openRoom("Hold");
    for (int i = 0; i < WRITERS; i++) {
      crowd.participants.add(crowd.participant("writer" + i, crowd.people.get(i)));
    }
    await(
        "everyone is there",
        () ->
            crowd.participants.stream()
                .allMatch(one -> one.positions().keySet().containsAll(crowd.rooms)));
    crowd.participants.forEach(participant -> participant.write(true));
    crowd.begin("wanderer", () -> crowd.wander(crowd.people.get(WRITERS)));
    crowd.begin("revoker", () -> crowd.revoke(crowd.people.get(WRITERS + 1)));
    crowd.begin("reader", () -> crowd.read(crowd.people.getFirst()));
    crowd.begin("deleter", () -> crowd.delete(crowd.people.getFirst()));
    return crowd;
  }

  private Cluster.Node node(int i) {
    return cluster.nodes().get(i % Cluster.NODES);
  }

  private Cluster.Node anyNode() {
    return node(random.nextInt(Cluster.NODES));
  }

  private Http anywhere(Person person) {
    return new Http(anyNode().url(), person.token());
  }

  private Participant participant(String name, Person person) {
    Participant participant =
        new Participant(name, person.token(), cluster.nodes(), history, random.nextLong());
    everyone.add(participant);
    return participant;
  }

  private void openRoom(String name) throws InterruptedException {
    Http owner = people.getFirst().http();
    Json room = Json.of("kind", "public", "name", name);
    insist(() -> rooms.add(owner.post("/v1/rooms", room).json(201).at("room").text("id")));
    for (Person person : people.subList(1, people.size())) {
      insist(() -> join(person.http(), rooms.getLast()));
    }
  }

  private static void join(Http person, String room) throws Exception {
    int status = person.send("POST", "/v1/rooms/" + room + "/join", "{}").status();
    if (status / 100 != 2) {
      throw new IOException("Could not join: " + status);
    }
  }

  /** Something that somebody does again and again, whatever happens to nodes. */
  @FunctionalInterface
  private interface Habit {
    void once() throws Exception;
  }

  private void begin(String name, Habit habit) {
    others.add(
        Thread.ofVirtual()
            .name(name)
            .start(() -> {
              while (!stopped) {
                try {
                  habit.once();
                } catch (InterruptedException e) {
                  return;
                } catch (Exception | AssertionError e) {
                  // A node was away: again.
                }
              }
            }));
  }

  /** Does it at some node until one has answered that it is done. */
  private void insist(Habit habit) throws InterruptedException {
    while (true) {
      try {
        habit.once();
        return;
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception | AssertionError e) {
        TimeUnit.MILLISECONDS.sleep(200);
      }
    }
  }

  /** Listens in a room, leaves it at another node, and comes back. */
  private void wander(Person person) throws Exception {
    String room = rooms.getFirst();
    String name = "wanderer" + random.nextInt(1_000_000);
    history.add(new History.Back(System.nanoTime(), name, room));
    try (var _ = participant(name, person)) {
      TimeUnit.MILLISECONDS.sleep(1_000);
      insist(() -> leave(anywhere(person), room));
      history.add(new History.Out(System.nanoTime(), name, room));
      TimeUnit.MILLISECONDS.sleep(1_000);
    }
    insist(() -> join(anywhere(person), room));
  }

  private static void leave(Http person, String room) throws Exception {
    int status = person.send("POST", "/v1/rooms/" + room + "/leave", "{}").status();
    // Whoever asks again after an answer that was lost is out already.
    if (status / 100 != 2 && status != 403 && status != 404) {
      throw new IOException("Could not leave: " + status);
    }
  }

  /** Listens with a session of its own, which another ends at another node. */
  private void revoke(Person person) throws Exception {
    Person second = person.at(anyNode().server()).signIn("second");
    String name = "revoked" + random.nextInt(1_000_000);
    try (var _ = participant(name, second)) {
      TimeUnit.MILLISECONDS.sleep(1_000);
      insist(() -> {
        int status = anywhere(person).delete("/v1/sessions/" + second.session()).status();
        if (status / 100 != 2 && status != 404) {
          throw new IOException("Could not end the session: " + status);
        }
      });
      history.add(new History.Revoked(System.nanoTime(), name));
      TimeUnit.MILLISECONDS.sleep(1_000);
    }
  }

  /** Marks what it has read at one node, and reads the mark and a page of history at others. */
  private void read(Person person) throws Exception {
    String room = rooms.getLast();
    TimeUnit.MILLISECONDS.sleep(100);
    long position = participants.getFirst().positions().getOrDefault(room, 0L);
    anywhere(person)
        .send("PUT", "/v1/rooms/" + room + "/read", Json.of("seq", position).toString());
    long asked = System.nanoTime();
    Json page = anywhere(person).get("/v1/rooms/" + room + "/messages?limit=50").json(200);
    long answered = System.nanoTime();
    page.list("messages")
        .forEach(message ->
            history.add(
                new History.Shown(
                    asked,
                    answered,
                    room,
                    message.number("seq"),
                    message.has("deletedAt") || message.text("text").isEmpty())));
    long askedMark = System.nanoTime();
    long read = anywhere(person).get("/v1/rooms/" + room).json(200).at("room").number("read");
    history.add(new History.Marked(askedMark, System.nanoTime(), person.id(), room, read));
  }

  /** Deletes messages of its own, not the newest. */
  private void delete(Person person) throws Exception {
    String room = rooms.getLast();
    TimeUnit.MILLISECONDS.sleep(300);
    Json page = anywhere(person).get("/v1/rooms/" + room + "/messages?limit=50").json(200);
    for (Json message : page.list("messages")) {
      if (message.text("by").equals(person.id()) && !message.text("text").isEmpty()) {
        long seq = message.number("seq");
        anywhere(person).delete("/v1/rooms/" + room + "/messages/" + seq + "?key=delete" + seq);
        return;
      }
    }
  }

  /** A node stands still, or goes on. */
  void nodeHeld(Cluster.Node node, boolean held) {
    everyone.forEach(participant -> participant.nodeHeld(node, held));
  }

  /** Waits until so many more messages were acknowledged. */
  void awaitAcks(int more) {
    long before = acks();
    await(more + " answers", () -> acks() >= before + more);
  }

  private long acks() {
    return history.entries().stream().filter(History.Acked.class::isInstance).count();
  }

  /** Stops, waits until everything is answered and everyone has heard it, and reads the logs. */
  Survey settle() throws Exception {
    stopped = true;
    participants.forEach(participant -> participant.write(false));
    for (Thread other : others) {
      // Whoever lost a session that was acknowledged never comes to an end.
      other.join(Duration.ofSeconds(SOON_SECONDS));
      other.interrupt();
    }
    await("all is answered", () -> participants.stream().allMatch(Participant::isSettled));
    Survey survey = new Survey(cluster, people, people.subList(0, WRITERS), rooms);
    Map<String, Long> heads = new HashMap<>();
    for (Cluster.Node node : cluster.nodes()) {
      for (String room : rooms) {
        List<History.Line> log = survey.log(node, room);
        heads.put(room, (long) log.size());
        history.add(new History.FinalLog(System.nanoTime(), node.name, room, log));
      }
    }
    await(
        SOON_SECONDS,
        "all is heard",
        () -> participants.stream().allMatch(one -> one.hasHeard(heads)));
    return survey;
  }

  static void await(String what, BooleanSupplier condition) {
    await(RECOVERY_SECONDS, what, condition);
  }

  private static void await(long seconds, String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within " + seconds + " s: " + what);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    stopped = true;
    others.forEach(Thread::interrupt);
    everyone.forEach(Participant::close);
  }
}
