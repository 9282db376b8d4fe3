package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two people meet, make rooms, and talk. */
class ConversationTest {

  private static final String TIMESTAMP = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

  @RunningServer private static Server server;

  @Test
  void helloTellsAllThatAClientNeeds() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client client = ada.connect()) {
      Json welcome = client.welcome();
      assertThat(welcome.fields())
          .containsOnlyKeys(
              "user",
              "session",
              "serverTime",
              "heartbeatMs",
              "epoch",
              "rooms",
              "moreRooms",
              "resume");
      assertThat(welcome.at("user").fields())
          .isEqualTo(
              Map.of("id", ada.id(), "username", ada.username(), "displayName", ada.username()));
      assertThat(welcome.text("session")).isEqualTo(ada.session());
      assertThat(welcome.text("serverTime")).matches(TIMESTAMP);
      assertThat(welcome.number("heartbeatMs")).isEqualTo(25_000);
      assertThat(welcome.text("epoch")).isNotEmpty();
      assertThat(welcome.isTrue("moreRooms")).isFalse();
      assertThat(welcome.at("resume").fields()).isEmpty();
    }
  }

  @Test
  void everyoneIsInGeneralFromTheStart() throws Exception {
    try (Client client = Person.register(server, "ada").connect()) {
      Json general = client.welcome().list("rooms").getFirst();
      assertThat(general.fields())
          .containsEntry("name", "general")
          .containsEntry("kind", "public")
          .containsEntry("notify", "all")
          .containsKeys("id", "role", "members", "head", "messages", "read", "unread", "mentions");
    }
  }

  @Test
  void aPublicRoomIsFoundByAnyoneAndShowsNothingThatWasSaid() throws Exception {
    try (Client ada = Person.register(server, "ada").connect();
        Client bob = Person.register(server, "bob").connect()) {
      Json room =
          ada.done(
                  "room.create",
                  "kind",
                  "public",
                  "name",
                  "Chess club",
                  "alias",
                  "chess",
                  "topic",
                  "Openings",
                  "key",
                  "k1")
              .at("room");
      assertThat(room.fields())
          .containsEntry("kind", "public")
          .containsEntry("name", "Chess club")
          .containsEntry("alias", "chess")
          .containsEntry("topic", "Openings")
          .containsEntry("role", "owner");
      assertThat(room.number("members")).isEqualTo(1);
      ada.say(room.text("id"), "e4");

      List<Json> found = bob.done("room.browse", "query", "HESS").list("rooms");
      assertThat(found).singleElement().extracting(it -> it.text("id")).isEqualTo(room.text("id"));
      assertThat(found.getFirst().fields()).doesNotContainKeys("role", "last");
      assertThat(bob.refused("message.history", "room", room.text("id")).text("code"))
          .isEqualTo("forbidden");
    }
  }

  @Test
  void aRoomIsMadeOnceForItsKey() throws Exception {
    try (Client ada = Person.register(server, "ada").connect()) {
      Json once = ada.done("room.create", "kind", "private", "name", "Once", "key", "k1");
      Json again = ada.done("room.create", "kind", "private", "name", "Once", "key", "k1");
      assertThat(again.isTrue("duplicate")).isTrue();
      assertThat(again.at("room").text("id")).isEqualTo(once.at("room").text("id"));
      assertThat(once.fields()).doesNotContainKey("duplicate");
    }
  }

  @Test
  void aPrivateRoomIsNotThereForOthers() throws Exception {
    try (Client ada = Person.register(server, "ada").connect();
        Client bob = Person.register(server, "bob").connect()) {
      String room =
          ada.done("room.create", "kind", "private", "name", "Hideaway", "key", "k1")
              .at("room")
              .text("id");
      Json missing = bob.refused("room.get", "room", "nowhere");
      for (String type :
          List.of("room.get", "room.join", "room.members", "room.events", "message.history")) {
        assertThat(bob.refused(type, "room", room)).as(type).isEqualTo(missing);
      }
      assertThat(bob.refused("message.send", "room", room, "key", "k", "text", "Hello?"))
          .isEqualTo(missing);
      assertThat(bob.done("room.browse", "query", "Hideaway").list("rooms")).isEmpty();
    }
  }

  @Test
  void whatIsSaidReachesAllWithItsKeyAndNumber() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client speaker = ada.connect();
        Client listener = Person.register(server, "bob").connect()) {
      String room = speaker.general();
      Json sent = speaker.done("message.send", "room", room, "key", "k1", "text", "**Hi** <b>");

      assertThat(sent.fields()).containsOnlyKeys("seq", "number", "at");
      Json event = listener.next("message.posted");
      assertThat(event.fields()).containsOnlyKeys("type", "room", "seq", "at", "by", "data");
      assertThat(event.text("room")).isEqualTo(room);
      assertThat(event.number("seq")).isEqualTo(sent.number("seq"));
      assertThat(event.text("at")).isEqualTo(sent.text("at")).matches(TIMESTAMP);
      assertThat(event.text("by")).isEqualTo(ada.id());
      assertThat(event.at("data").text("text")).isEqualTo("**Hi** <b>");
      assertThat(event.at("data").text("key")).isEqualTo("k1");
      assertThat(event.at("data").number("number")).isEqualTo(sent.number("number"));
      assertThat(speaker.next("message.posted")).isEqualTo(event);
    }
  }

  @Test
  void aRepeatedKeySaysNothingAgain() throws Exception {
    try (Client ada = Person.register(server, "ada").connect();
        Client bob = Person.register(server, "bob").connect()) {
      String room = ada.general();
      Json first = ada.done("message.send", "room", room, "key", "k1", "text", "Once");
      Json again = ada.done("message.send", "room", room, "key", "k1", "text", "Twice");
      long next = ada.say(room, "Next");

      assertThat(again.isTrue("duplicate")).isTrue();
      assertThat(again.number("seq")).isEqualTo(first.number("seq"));
      assertThat(again.number("number")).isEqualTo(first.number("number"));
      assertThat(again.text("at")).isEqualTo(first.text("at"));
      assertThat(bob.heardUntil(room, next))
          .extracting(event -> event.at("data").text("text"))
          .containsExactly("Once", "Next");
    }
  }

  @Test
  void aDirectConversationIsTheSameForBothAndArrivesLive() throws Exception {
    Person ada = Person.register(server, "ada");
    Person bob = Person.register(server, "bob");
    try (Client adasClient = ada.connect();
        Client bobsClient = bob.connect()) {
      Json room = adasClient.done("direct.open", "users", List.of(bob.id())).at("room");
      assertThat(room.text("kind")).isEqualTo("direct");
      assertThat(room.text("name")).isEmpty();
      assertThat(room.list("users"))
          .extracting(user -> user.text("id"))
          .containsExactlyInAnyOrder(ada.id(), bob.id());

      Json added = bobsClient.next("room.added");
      assertThat(added.text("room")).isEqualTo(room.text("id"));
      assertThat(added.at("data").text("id")).isEqualTo(room.text("id"));
      adasClient.say(room.text("id"), "Between us");
      assertThat(bobsClient.next("message.posted").at("data").text("text")).isEqualTo("Between us");
      assertThat(bobsClient.done("direct.open", "users", List.of(ada.id())).at("room").text("id"))
          .isEqualTo(room.text("id"));
    }
  }

  @Test
  void aNewNameOfARoomIsAnEvent() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client owner = ada.connect();
        Client member = Person.register(server, "bob").connect()) {
      String room =
          owner
              .done("room.create", "kind", "public", "name", "Old", "key", "k1")
              .at("room")
              .text("id");
      member.done("room.join", "room", room);
      Json updated = owner.done("room.update", "room", room, "name", "New", "topic", "All of it");

      assertThat(updated.at("room").text("name")).isEqualTo("New");
      Json event = member.next("room.updated", room);
      assertThat(event.text("by")).isEqualTo(ada.id());
      assertThat(event.at("data").fields()).isEqualTo(Map.of("name", "New", "topic", "All of it"));
      assertThat(member.refused("room.update", "room", room, "name", "Mine").text("code"))
          .isEqualTo("forbidden");
    }
  }

  @Test
  void peopleFindEachOtherByTheNamesThatTheyChose() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client adasClient = ada.connect();
        Client bobsClient = Person.register(server, "bob").connect()) {
      String name = "Countess of " + ada.username();
      Json me = adasClient.done("me.update", "displayName", name).at("user");
      assertThat(me.fields())
          .isEqualTo(Map.of("id", ada.id(), "username", ada.username(), "displayName", name));
      assertThat(adasClient.done("me.get").at("user")).isEqualTo(me);
      assertThat(bobsClient.done("user.get", "user", ada.id()).at("user")).isEqualTo(me);
      assertThat(bobsClient.done("user.search", "query", "countess OF " + ada.username()))
          .isEqualTo(Json.of("users", List.of(me.fields()), "more", false));
      assertThat(bobsClient.done("user.search", "query", ada.username()).list("users"))
          .containsExactly(me);
      assertThat(bobsClient.refused("user.get", "user", "nobody").text("code"))
          .isEqualTo("not_found");
    }
  }
}
