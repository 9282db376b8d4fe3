package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whoever comes back gets exactly what they missed, or is told to load it again. */
class ResumeTest {

  @RunningServer({"--limits", "off"})
  private static Server server;

  @Test
  void whatWasMissedComesFirstThenTheWordThatItIsAll() throws Exception {
    Person bob = Person.register(server, "bob");
    try (Client ada = Person.register(server, "ada").connect()) {
      String room = roomWith(ada, bob);
      long seen = ada.say(room, "seen");
      long head = sayMany(ada, room, 5);
      try (Client back = bob.resume(room, seen)) {
        assertThat(back.welcome().at("resume").text(room)).isEqualTo("delta");
        assertThat(delta(back, room)).isEqualTo(range(seen + 1, head));
        long live = ada.say(room, "live");
        assertThat(back.next("message.posted", room).number("seq")).isEqualTo(live);
      }
    }
  }

  @Test
  void nothingMissedIsSaidToo() throws Exception {
    Person bob = Person.register(server, "bob");
    try (Client ada = Person.register(server, "ada").connect()) {
      String room = roomWith(ada, bob);
      long head = ada.say(room, "seen");
      try (Client back = bob.resume(room, head)) {
        assertThat(back.next("room.synced", room).at("data").number("seq")).isEqualTo(head);
      }
    }
  }

  @Test
  void aLongAbsenceIsReadFromTheLogPageByPage() throws Exception {
    Person bob = Person.register(server, "bob");
    try (Client ada = Person.register(server, "ada").connect()) {
      String room = roomWith(ada, bob);
      long seen = ada.say(room, "seen");
      long head = sayMany(ada, room, 700);
      try (Client back = bob.resume(room, seen)) {
        assertThat(delta(back, room)).isEqualTo(range(seen + 1, head));
      }
    }
  }

  @Test
  void everyRoomGoesOnFromItsOwnPlace() throws Exception {
    Person bob = Person.register(server, "bob");
    try (Client ada = Person.register(server, "ada").connect()) {
      List<String> rooms = List.of(roomWith(ada, bob), roomWith(ada, bob), roomWith(ada, bob));
      List<Long> heads = new ArrayList<>();
      for (String room : rooms) {
        heads.add(sayMany(ada, room, 20));
      }
      String unnamed = roomWith(ada, bob);
      try (Client back =
          bob.resume(rooms.get(0), 5, rooms.get(1), 10, rooms.get(2), heads.get(2))) {
        assertThat(delta(back, rooms.get(1))).isEqualTo(range(11, heads.get(1)));
        assertThat(delta(back, rooms.get(0))).isEqualTo(range(6, heads.get(0)));
        assertThat(delta(back, rooms.get(2))).isEmpty();
        long live = ada.say(unnamed, "live");
        assertThat(back.heardUntil(unnamed, live).stream().filter(it -> it.isIn(unnamed)))
            .hasSize(1);
      }
    }
  }

  @Test
  void whoIsTooFarBehindLoadsTheHistoryAgain() throws Exception {
    Person bob = Person.register(server, "bob");
    try (Client ada = Person.register(server, "ada").connect()) {
      String room = roomWith(ada, bob);
      long head = sayMany(ada, room, 10_000);
      assertVerdict("delta", room, bob.resume(room, head - 10_000));
      assertVerdict("reset", room, bob.resume(room, head - 10_001));
    }
  }

  @Test
  void whoClaimsWhatHasNotHappenedLoadsTheHistoryAgain() throws Exception {
    Person bob = Person.register(server, "bob");
    try (Client ada = Person.register(server, "ada").connect()) {
      String room = roomWith(ada, bob);
      long head = ada.say(room, "seen");
      try (Client back = bob.resume(room, head + 1)) {
        assertThat(back.welcome().at("resume").text(room)).isEqualTo("reset");
        long live = ada.say(room, "live");
        assertThat(back.heardUntil(room, live)).noneMatch(it -> it.isEvent("room.synced"));
      }
    }
  }

  @Test
  void anotherLifeOfTheStoreResetsEverything() throws Exception {
    Person bob = Person.register(server, "bob");
    try (Client ada = Person.register(server, "ada").connect()) {
      String room = roomWith(ada, bob);
      Json resume = Json.of(room, 1, ada.general(), 1);
      Json hello = Json.of("token", bob.token(), "resume", resume, "epoch", "another");
      try (Client back = Client.hello(server.url(), hello)) {
        assertThat(back.welcome().at("resume").fields().values()).containsOnly("reset");
      }
      String epoch = ada.welcome().text("epoch");
      hello = Json.of("token", bob.token(), "resume", resume, "epoch", epoch);
      try (Client back = Client.hello(server.url(), hello)) {
        assertThat(back.welcome().at("resume").fields().values()).containsOnly("delta");
      }
    }
  }

  @Test
  void aRoomThatOneIsNoLongerInIsGone() throws Exception {
    Person bob = Person.register(server, "bob");
    try (Client ada = Person.register(server, "ada").connect()) {
      String room = roomWith(ada, bob);
      ada.done("member.remove", "room", room, "user", bob.id());
      ada.say(room, "Behind his back");
      try (Client back = bob.resume(room, 1, "nowhere", 1)) {
        assertThat(back.welcome().at("resume").text(room)).isEqualTo("gone");
        assertThat(back.welcome().at("resume").text("nowhere")).isEqualTo("gone");
        long marker = ada.say(ada.general(), "Is everybody here?");
        assertThat(back.heardUntil(ada.general(), marker)).noneMatch(it -> it.isIn(room));
      }
    }
  }

  @Test
  void whoWasRemovedAndBroughtBackMeanwhileGetsAllAndGoesOn() throws Exception {
    Person bob = Person.register(server, "bob");
    try (Client ada = Person.register(server, "ada").connect()) {
      String room = roomWith(ada, bob);
      long seen = ada.say(room, "seen");
      ada.done("member.remove", "room", room, "user", bob.id());
      ada.say(room, "Behind his back");
      ada.done("member.add", "room", room, "user", bob.id());
      long head = ada.say(room, "Welcome back");
      try (Client back = bob.resume(room, seen)) {
        assertThat(delta(back, room)).isEqualTo(range(seen + 1, head));
        long live = ada.say(room, "live");
        assertThat(back.heardUntil(room, live)).noneMatch(it -> it.isEvent("room.removed"));
      }
    }
  }

  @Test
  void comingBackWhileOthersSpeakLeavesNoGapAndRepeatsNothing() throws Exception {
    Person bob = Person.register(server, "bob");
    try (Client ada = Person.register(server, "ada").connect();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      String room = roomWith(ada, bob);
      long first = ada.say(room, "first");
      long last = first + 3000;
      Future<Long> speaker = threads.submit(() -> sayMany(ada, room, 3000));
      // Two devices come and go, each after a few events, until they have heard all.
      Future<List<Long>> phone = threads.submit(() -> comeAndGo(bob, room, first, last, 83));
      Future<List<Long>> laptop = threads.submit(() -> comeAndGo(bob, room, first, last, 211));

      assertThat(speaker.get()).isEqualTo(last);
      assertThat(phone.get()).isEqualTo(range(first + 1, last));
      assertThat(laptop.get()).isEqualTo(range(first + 1, last));
    }
  }

  private static List<Long> comeAndGo(Person person, String room, long from, long to, int stay)
      throws Exception {
    List<Long> heard = new ArrayList<>();
    long seen = from;
    while (seen < to) {
      try (Client client = person.resume(room, seen)) {
        assertThat(client.welcome().at("resume").text(room)).isEqualTo("delta");
        for (int i = 0; i < stay && seen < to; i++) {
          seen = client.next("message.posted", room).number("seq");
          heard.add(seen);
        }
      }
    }
    return heard;
  }

  private static String roomWith(Client owner, Person member) throws Exception {
    String key = UUID.randomUUID().toString();
    String room =
        owner
            .done("room.create", "kind", "private", "name", "A room", "key", key)
            .at("room")
            .text("id");
    owner.done("member.add", "room", room, "user", member.id());
    return room;
  }

  /** Says so much, as fast as the server takes it. Returns the last seq. */
  private static long sayMany(Client client, String room, int count) throws Exception {
    String key = UUID.randomUUID().toString();
    long last = 0;
    for (int sent = 0, acked = 0; acked < count; ) {
      if (sent < count && sent - acked < 32) {
        sent++;
        client.tell("message.send", "room", room, "key", key + sent, "text", "many " + sent);
      } else {
        last = client.next(message -> message.has("id")).at("ok").number("seq");
        acked++;
      }
    }
    return last;
  }

  /** The seqs that came before the word that the room has caught up. */
  private static List<Long> delta(Client client, String room) throws Exception {
    List<Long> seqs = new ArrayList<>();
    Json message = client.next(it -> it.isIn(room));
    while (!message.isEvent("room.synced")) {
      seqs.add(message.number("seq"));
      message = client.next(it -> it.isIn(room));
    }
    long head = message.at("data").number("seq");
    assertThat(seqs.isEmpty() ? head : seqs.getLast()).isEqualTo(head);
    return seqs;
  }

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private static void assertVerdict(String verdict, String room, Client client) {
    try (client) {
      assertThat(client.welcome().at("resume").text(room)).isEqualTo(verdict);
    }
  }
}
