package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A room is kept in order, over WebSocket and HTTP. */
class ModerationTest {

  @RunningServer private static Server server;

  @Test
  void whoIsBannedHearsSoAndNothingAfterwardsAndStaysOut() throws Exception {
    Person owner = Person.register(server, "ada");
    Person bob = Person.register(server, "bob");
    try (Client ada = owner.connect();
        Client here = bob.connect();
        Client there = bob.connect()) {
      String room = create(ada, "public");
      here.done("room.join", "room", room);
      here.next("room.added", room);
      there.next("room.added", room);
      String code = ada.done("invite.create", "room", room).at("invite").text("code");
      ada.done("member.remove", "room", room, "user", bob.id(), "ban", true);
      ada.say(room, "Has he gone?");
      long marker = ada.say(ada.general(), "Is everybody here?");

      for (Client client : List.of(here, there)) {
        assertThat(client.next("room.removed", room).at("data").text("reason")).isEqualTo("banned");
        assertThat(client.heardUntil(client.general(), marker)).noneMatch(it -> it.isIn(room));
      }
      assertThat(here.refused("room.join", "room", room).text("code")).isEqualTo("forbidden");
      assertThat(here.refused("invite.accept", "code", code).text("code")).isEqualTo("forbidden");
      Json bans = owner.http().get("/v1/rooms/" + room + "/bans").json(200);
      assertThat(bans.list("bans").getFirst().at("user").text("id")).isEqualTo(bob.id());
      bob.http().get("/v1/rooms/" + room + "/bans").json(403);

      ada.done("member.change", "room", room, "user", bob.id(), "banned", false);
      here.done("invite.accept", "code", code);
    }
  }

  @Test
  void whoIsMutedIsToldUntilWhenAndSlowModeHowLong() throws Exception {
    Person bob = Person.register(server, "bob");
    try (Client ada = Person.register(server, "ada").connect();
        Client member = bob.connect()) {
      String room = create(ada, "public");
      member.done("room.join", "room", room);
      Instant until = Instant.parse("2035-01-01T00:00:00Z");
      ada.done("member.change", "room", room, "user", bob.id(), "mutedUntil", until.toString());
      String path = "/v1/rooms/" + room + "/messages";
      Json refused = bob.http().post(path, Json.of("text", "hi", "key", "k1")).json(403);
      assertThat(refused.text("detail")).contains("2035-01-01");
      Json changed = member.next("member.changed", room);
      assertThat(changed.at("data").text("mutedUntil")).startsWith("2035-01-01");

      ada.done(
          "member.change",
          "room",
          room,
          "user",
          bob.id(),
          "mutedUntil",
          "2020-01-01T00:00:00.000Z");
      ada.done("room.update", "room", room, "slowModeSeconds", 3600);
      member.say(room, "One");
      Json slowed = member.refused("message.send", "room", room, "key", "k2", "text", "Two");
      assertThat(slowed.text("code")).isEqualTo("rate_limited");
      assertThat(slowed.number("retryAfterMs")).isBetween(1L, 3_600_000L);
    }
  }

  @Test
  void anInviteIsHandedOnOverHttpAndAnArchivedRoomTakesNobodyIn() throws Exception {
    Person ada = Person.register(server, "ada");
    Person bob = Person.register(server, "bob");
    Person eve = Person.register(server, "eve");
    try (Client owner = ada.connect()) {
      String room = create(owner, "private");
      String invites = "/v1/rooms/" + room + "/invites";
      Json invite = ada.http().post(invites, Json.of("uses", 1)).json(201).at("invite");
      String accept = "/v1/invites/" + invite.text("code") + "/accept";
      Json entered = bob.http().post(accept, Json.of()).json(200);
      assertThat(entered.at("room").text("id")).isEqualTo(room);
      Json joined = owner.next("member.joined", room);
      assertThat(joined.text("by")).isIn(ada.id(), bob.id());
      Json late = eve.http().post(accept, Json.of()).json(410);
      assertThat(late.text("field")).isEqualTo("code");
      eve.http().post("/v1/invites/never-made/accept", Json.of()).json(404);
      bob.http().get(invites).json(403);
      bob.http().post(invites, Json.of()).json(403);

      String code = owner.done("invite.create", "room", room).at("invite").text("code");
      Json archived = owner.done("room.archive", "room", room).at("room");
      assertThat(archived.isTrue("archived")).isTrue();
      owner.next("room.archived", room);
      eve.http().post("/v1/invites/" + code + "/accept", Json.of()).json(403);
      bob.http().post("/v1/rooms/" + room + "/leave", Json.of()).json(200);
    }
  }

  @Test
  void aReportedMessageIsShownToModeratorsAtOnce() throws Exception {
    Person bob = Person.register(server, "bob");
    try (Client ada = Person.register(server, "ada").connect();
        Client member = bob.connect()) {
      String room = create(ada, "public");
      member.done("room.join", "room", room);
      long seq = ada.say(room, "Buy!");
      String messages = "/v1/rooms/" + room + "/messages/";
      bob.http().post(messages + seq + "/report", Json.of("reason", "Spam")).json(200);
      assertThat(ada.next("room.reported", room).at("data").number("open")).isEqualTo(1);

      Json report = ada.done("report.list", "room", room).list("reports").getFirst();
      assertThat(report.number("target")).isEqualTo(seq);
      assertThat(report.text("by")).isEqualTo(bob.id());
      assertThat(report.text("reason")).isEqualTo("Spam");
      bob.http().get("/v1/rooms/" + room + "/reports").json(403);
      Json empty = bob.http().post(messages + seq + "/report", Json.of("reason", "")).json(400);
      assertThat(empty.text("field")).isEqualTo("reason");
      bob.http().post(messages + 999 + "/report", Json.of("reason", "Spam")).json(404);

      ada.done("report.resolve", "room", room, "report", report.number("id"));
      assertThat(ada.next("room.reported", room).at("data").number("open")).isZero();
    }
  }

  private static String create(Client owner, String kind) throws Exception {
    return owner.done("room.create", "kind", kind, "name", "Engines").at("room").text("id");
  }
}
