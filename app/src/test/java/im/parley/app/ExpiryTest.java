package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Http.Answer;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.Postgres;
import im.parley.app.client.Server;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages that expire: at both doors, for those who are away, and over the end of the server. */
class ExpiryTest {

  /** The shortest life that there is. */
  private static final int SECONDS = 5;

  @Test
  void aMessageGoesAtItsTimeForThoseWhoAreThereAndThoseWhoComeBack(@TempDir Path data)
      throws Exception {
    try (Server server = Server.start(data, "--limits", "off")) {
      Person ada = Person.register(server, "ada");
      Person bob = Person.register(server, "bob");
      String room = general(ada);
      try (Client owner = ada.connect()) {
        owner.done("room.update", "room", room, "expireSeconds", SECONDS, "key", "s1");
        Json told = owner.next("room.updated", room);
        assertThat(told.at("data").number("expireSeconds")).isEqualTo(SECONDS);
        long seq = owner.say(room, "xylophone");
        Json posted = owner.next("message.posted", room);
        Instant end = Instant.parse(posted.at("data").text("expiresAt"));
        assertThat(end).isEqualTo(Instant.parse(posted.text("at")).plusSeconds(SECONDS));
        owner.done("message.edit", "room", room, "target", seq, "text", "xylophones", "key", "e1");
        owner.done("pin.add", "room", room, "target", seq, "key", "p1");
        owner.done("room.update", "room", room, "expireSeconds", 0, "key", "s2");
        assertThat(newest(owner, room).text("expiresAt")).isEqualTo(end.toString());

        Json deleted = owner.next("message.deleted", room);
        assertThat(deleted.at("data").number("target")).isEqualTo(seq);
        assertThat(deleted.at("data").isTrue("expired")).isTrue();
        assertThat(deleted.text("by")).isEqualTo(ada.id());
        assertThat(Instant.parse(deleted.text("at"))).isAfterOrEqualTo(end);
        assertGone(owner, room);
        assertThat(owner.done("pin.list", "room", room).list("messages")).isEmpty();

        try (Client back = bob.resume(room, seq - 1)) {
          List<Json> missed = back.heardUntil(room, deleted.number("seq"));
          assertThat(missed.getFirst().at("data").text("text")).isEmpty();
          assertThat(missed.getLast().at("data").isTrue("expired")).isTrue();
          assertThat(missed).filteredOn(event -> event.isEvent("message.deleted")).hasSize(1);
        }
      }
    }
  }

  @Test
  void whatIsOverWhileNoServerRunsGoesOnceAtTheStart(@TempDir Path data) throws Exception {
    outlivesTheServer(data, "--limits", "off");
  }

  @Test
  void soItDoesOnPostgres(@TempDir Path data) throws Exception {
    try (Postgres postgres = Postgres.start()) {
      outlivesTheServer(data, "--limits", "off", "--database", postgres.url());
    }
  }

  private static void outlivesTheServer(Path data, String... options) throws Exception {
    Person ada;
    String room;
    long seq;
    try (Server first = Server.start(data, options)) {
      ada = Person.register(first, "ada");
      room = general(ada);
      set(ada, room, SECONDS).json(200);
      String body = "{\"key\":\"k1\",\"text\":\"xylophone\"}";
      String messages = "/v1/rooms/" + room + "/messages";
      seq = ada.http().send("POST", messages, body).json(201).number("seq");
      first.kill();
    }
    try (Server second = Server.start(data, options)) {
      Person again = new Person(second, ada.id(), ada.username(), ada.signedIn());
      try (Client client = again.resume(room, seq)) {
        Json deleted = client.next("message.deleted", room);
        assertThat(deleted.at("data").number("target")).isEqualTo(seq);
        assertThat(deleted.at("data").isTrue("expired")).isTrue();
        assertGone(client, room);
        Json events = again.http().get("/v1/rooms/" + room + "/events?after=" + seq).json(200);
        assertThat(events.list("events")).hasSize(1);
      }
    }
  }

  @Test
  void theSettingHasBoundsAndIsForThoseWhoKeepTheRoom(@TempDir Path data) throws Exception {
    try (Server server = Server.start(data, "--limits", "off")) {
      Person ada = Person.register(server, "ada");
      Person bob = Person.register(server, "bob");
      String room = general(ada);
      for (int seconds : new int[] {-1, 1, 4, 31_536_001}) {
        Json problem = set(ada, room, seconds).json(400);
        assertThat(problem.text("code")).isEqualTo("bad_request");
        assertThat(problem.text("field")).isEqualTo("expireSeconds");
      }
      assertThat(set(bob, room, 60).json(403).text("code")).isEqualTo("forbidden");
      set(ada, room, 31_536_000).json(200);
      Json seen = bob.http().get("/v1/rooms/" + room).json(200).at("room");
      assertThat(seen.number("expireSeconds")).isEqualTo(31_536_000);
      set(ada, room, 0).json(200);
      assertThat(bob.http().get("/v1/rooms/" + room).json(200).at("room").has("expireSeconds"))
          .isFalse();
      try (Client client = ada.connect()) {
        Json refused = client.refused("room.update", "room", room, "expireSeconds", 4, "key", "k");
        assertThat(refused.text("field")).isEqualTo("expireSeconds");
        client.done("room.update", "room", room, "expireSeconds", SECONDS, "key", "k");
        assertThat(client.welcome().toString()).doesNotContain("expireSeconds");
      }
      try (Client client = bob.connect()) {
        assertThat(client.welcome().toString()).contains("\"expireSeconds\":" + SECONDS);
      }
    }
  }

  private static void assertGone(Client client, String room) throws Exception {
    Json message = newest(client, room);
    assertThat(message.isTrue("deleted")).isTrue();
    assertThat(message.isTrue("expired")).isTrue();
    assertThat(message.text("text")).isEmpty();
    assertThat(client.done("message.search", "query", "xylophone").list("hits")).isEmpty();
    Json last = client.done("room.get", "room", room).at("room").at("last");
    assertThat(last.text("text")).isEmpty();
  }

  private static Json newest(Client client, String room) throws Exception {
    return client.done("message.history", "room", room).list("messages").getLast();
  }

  private static Answer set(Person person, String room, int seconds) throws Exception {
    String body = "{\"expireSeconds\":%d}".formatted(seconds);
    return person.http().send("PATCH", "/v1/rooms/" + room, body);
  }

  private static String general(Person person) throws Exception {
    return person.http().get("/v1/rooms").json(200).list("rooms").getFirst().text("id");
  }
}
