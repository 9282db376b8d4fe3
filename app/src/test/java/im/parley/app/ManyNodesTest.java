package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.Postgres;
import im.parley.app.client.Receiver;
import im.parley.app.client.Server;
import im.parley.cluster.fixture.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database: nobody can tell on which of them anybody is. */
class ManyNodesTest {

  @TempDir static Path data;

  private static Postgres postgres;
  private static RedisServer redis;
  private static Server first;
  private static Server second;

  @BeforeAll
  static void start() throws Exception {
    postgres = Postgres.start();
    redis = RedisServer.start();
    first = node("first");
    second = node("second");
  }

  private static Server node(String name) throws IOException {
    return Server.start(
        data.resolve(name),
        "--database",
        postgres.url(),
        "--redis",
        redis.url(),
        "--limits",
        "off",
        "--outbound",
        "anywhere");
  }

  @AfterAll
  static void stop() {
    second.close();
    first.close();
    redis.close();
    postgres.close();
  }

  @Test
  void whatIsSentOnOneNodeIsHeardOnTheOtherInOrder() throws Exception {
    Person ada = Person.register(first, "ada");
    Person bob = Person.register(first, "bob").at(second);
    try (Client writer = ada.connect();
        Client reader = bob.connect()) {
      String room = room(writer, reader, bob);
      long last = 0;
      for (int i = 0; i < 100; i++) {
        last = i % 2 == 0 ? writer.say(room, "from ada " + i) : reader.say(room, "from bob " + i);
      }
      assertThat(
              reader.heardUntil(room, last).stream()
                  .filter(event -> event.has("seq") && event.isIn(room))
                  .map(event -> event.number("seq")))
          .isSorted()
          .doesNotHaveDuplicates()
          .endsWith(last);
      assertThat(writer.heardUntil(room, last)).isNotEmpty();
    }
  }

  @Test
  void typingReceiptsDraftsAndReadMarksPassBetweenNodes() throws Exception {
    Person ada = Person.register(first, "ada");
    Person bob = Person.register(first, "bob").at(second);
    try (Client writer = ada.connect();
        Client reader = bob.connect();
        Client elsewhere = ada.at(second).signIn("second").connect()) {
      String room = room(writer, reader, bob);
      elsewhere.next("room.added", room);
      writer.tell("typing", "room", room, "active", true);
      assertThat(reader.next("typing", room).at("data").text("user")).isEqualTo(ada.id());
      long seq = reader.say(room, "for ada");
      writer.done("read.mark", "room", room, "seq", seq);
      assertThat(elsewhere.next("room.unread", room).at("data").number("read")).isEqualTo(seq);
      assertThat(reader.next("receipt", room).at("data").text("user")).isEqualTo(ada.id());
      writer.done("draft.set", "room", room, "text", "half a thought");
      assertThat(elsewhere.next("draft.changed", room).at("data").text("text"))
          .isEqualTo("half a thought");
    }
  }

  @Test
  void whoIsThereIsKnownOnEveryNode() throws Exception {
    Person ada = Person.register(first, "ada");
    Person bob = Person.register(first, "bob").at(second);
    try (Client watcher = ada.connect()) {
      Json before = watcher.done("presence.watch", "users", List.of(bob.id()));
      assertThat(before.list("presences").getFirst().text("state")).isEqualTo("offline");
      try (Client bobs = bob.connect();
          Client bobsOther = bob.at(first).signIn("other").connect()) {
        assertThat(watcher.next("presence").at("data").text("state")).isEqualTo("online");
        bobs.done("presence.set", "state", "dnd", "text", "thinking");
        assertThat(watcher.next("presence").at("data").text("text")).isEqualTo("thinking");
        assertThat(bobsOther.next("presence").at("data").text("text")).isEqualTo("thinking");
      }
    }
  }

  @Test
  void aSessionThatIsEndedOnOneNodeIsOverOnTheOtherBeforeTheAnswer() throws Exception {
    Person ada = Person.register(first, "ada");
    Person phone = ada.at(second).signIn("phone");
    try (Client laptop = ada.connect();
        Client other = phone.connect()) {
      long start = System.nanoTime();
      laptop.done("session.revoke", "session", phone.session());
      assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
      assertThat(other.socket().closeCode()).isEqualTo(4102);
    }
  }

  @Test
  void whoComesBackOnAnotherNodeMissesNothing() throws Exception {
    Person ada = Person.register(first, "ada");
    Person bob = Person.register(first, "bob").at(second);
    try (Client writer = ada.connect()) {
      String room;
      long seen;
      try (Client reader = bob.connect()) {
        room = room(writer, reader, bob);
        seen = writer.say(room, "seen");
        reader.heardUntil(room, seen);
      }
      long missed = writer.say(room, "missed");
      try (Client returning = bob.at(first).resume(room, seen)) {
        assertThat(returning.next("message.posted", room).number("seq")).isEqualTo(missed);
      }
    }
  }

  @Test
  void anOutgoingWebhookIsToldOnceWhateverNodeItHappensOn() throws Exception {
    Person ada = Person.register(first, "ada");
    Person bob = Person.register(first, "bob").at(second);
    try (Receiver receiver = new Receiver();
        Client owner = ada.connect();
        Client member = bob.connect()) {
      String room = room(owner, member, bob);
      owner.done("outgoing.create", "room", room, "url", receiver.url());
      for (int i = 0; i < 6; i++) {
        (i % 2 == 0 ? owner : member).say(room, "event " + i);
      }
      for (int i = 0; i < 6; i++) {
        assertThat(Json.parse(receiver.next().body()).at("data").text("text"))
            .isEqualTo("event " + i);
      }
    }
  }

  /** A new room with both of them in it, one on each node. */
  private static String room(Client owner, Client member, Person memberIs) throws IOException {
    String room =
        owner.done("room.create", "kind", "private", "name", "Bridge").at("room").text("id");
    owner.done("member.add", "room", room, "user", memberIs.id());
    member.next("room.added", room);
    return room;
  }
}
