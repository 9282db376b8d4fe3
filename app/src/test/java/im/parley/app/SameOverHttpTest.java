package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Http.Answer;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command is also an HTTP request, with the same reply. */
class SameOverHttpTest {

  private static final String[] SIGNED_IN = {
    "user", "accessToken", "accessExpiresAt", "refreshToken", "session"
  };

  @RunningServer private static Server server;

  /** What only looks is answered with the very same body at both doors. */
  @ParameterizedTest
  @MethodSource
  void readingIsTheSameAtBothDoors(String type, String fields, String path) throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client client = ada.connect()) {
      String room = client.general();
      client.say(room, "Something to read");
      Json data = Json.parse(fill(fields, ada, room));
      Answer answer = ada.http().get(fill(path, ada, room));
      assertThat(answer.json(200)).isEqualTo(client.done(type, data.namesAndValues()));
    }
  }

  static Stream<Arguments> readingIsTheSameAtBothDoors() {
    return Stream.of(
        Arguments.of("session.list", "{}", "/v1/sessions"),
        Arguments.of("me.get", "{}", "/v1/me"),
        Arguments.of("user.get", "{\"user\":\"$user\"}", "/v1/users/$user"),
        Arguments.of(
            "user.search", "{\"query\":\"ada\",\"limit\":1}", "/v1/users?query=ada&limit=1"),
        Arguments.of("room.list", "{\"limit\":200}", "/v1/rooms?limit=200"),
        Arguments.of("room.browse", "{\"query\":\"gen\"}", "/v1/rooms/public?query=gen"),
        Arguments.of("room.get", "{\"room\":\"$room\"}", "/v1/rooms/$room"),
        Arguments.of(
            "room.members", "{\"room\":\"$room\",\"limit\":1}", "/v1/rooms/$room/members?limit=1"),
        Arguments.of(
            "message.history",
            "{\"room\":\"$room\",\"before\":1000,\"limit\":2}",
            "/v1/rooms/$room/messages?before=1000&limit=2"),
        Arguments.of(
            "room.events", "{\"room\":\"$room\",\"after\":1}", "/v1/rooms/$room/events?after=1"));
  }

  private static String fill(String template, Person person, String room) {
    return template.replace("$user", person.id()).replace("$room", room);
  }

  @Test
  void peopleSignUpInAndOut() throws Exception {
    Person ada = Person.register(server, "ada");
    assertThat(ada.signedIn().fields()).containsOnlyKeys(SIGNED_IN);
    Person again = ada.signIn("laptop");
    assertThat(again.signedIn().fields()).containsOnlyKeys(SIGNED_IN);
    Json refresh = Json.of("refreshToken", again.signedIn().text("refreshToken"));
    Json refreshed = server.http("").post("/v1/sessions/refresh", refresh).json(200);
    assertThat(refreshed.fields()).containsOnlyKeys(SIGNED_IN);
    assertThat(again.with(refreshed).http().delete("/v1/sessions/current").json(200).fields())
        .isEmpty();
  }

  @Test
  void peopleChangeTheirName() throws Exception {
    Person ada = Person.register(server, "ada");
    Json changed = ada.http().send("PATCH", "/v1/me", "{\"displayName\":\"Countess\"}").json(200);
    assertThat(changed.fields()).containsOnlyKeys("user");
    assertThat(changed.at("user").text("displayName")).isEqualTo("Countess");
  }

  @Test
  void roomsAreMadeAndChanged() throws Exception {
    Person ada = Person.register(server, "ada");
    Person bob = Person.register(server, "bob");
    Json body = Json.of("kind", "public", "name", "Chess", "key", "k1");
    Json made = ada.http().post("/v1/rooms", body).json(201);
    assertThat(made.fields()).containsOnlyKeys("room");
    String path = "/v1/rooms/" + made.at("room").text("id");

    Json changed = ada.http().send("PATCH", path, "{\"topic\":\"Openings\"}").json(200);
    assertThat(changed.at("room").text("topic")).isEqualTo("Openings");
    Json joined = bob.http().send("POST", path + "/join", "").json(200);
    assertThat(joined.at("room").text("role")).isEqualTo("member");
    assertThat(bob.http().send("POST", path + "/leave", "").json(200).fields()).isEmpty();
    Json user = Json.of("user", bob.id());
    assertThat(ada.http().post(path + "/members", user).json(201).fields()).isEmpty();
    assertThat(ada.http().delete(path + "/members/" + bob.id()).json(200).fields()).isEmpty();
    Json direct = ada.http().post("/v1/direct", Json.of("users", List.of(bob.id()))).json(200);
    assertThat(direct.at("room").text("kind")).isEqualTo("direct");
  }

  @Test
  void messagesAreSentAndMarkedAsRead() throws Exception {
    Person ada = Person.register(server, "ada");
    Json sent = ada.http().post(messages(ada), Json.of("key", "k1", "text", "Hi")).json(201);
    assertThat(sent.fields()).containsOnlyKeys("seq", "number", "at");
    String mark = Json.of("seq", sent.number("seq")).toString();
    Json read = ada.http().send("PUT", room(ada) + "/read", mark).json(200);
    assertThat(read.fields()).containsOnlyKeys("read", "unread", "mentions", "number");
  }

  @Test
  void theIdempotencyKeyStandsForTheKey() throws Exception {
    Person ada = Person.register(server, "ada");
    Json text = Json.of("text", "Once");
    Json first = ada.http().post(messages(ada), text, "Idempotency-Key", "k1").json(201);
    Json again = ada.http().post(messages(ada), text, "Idempotency-Key", "k1").json(201);
    assertThat(again.number("seq")).isEqualTo(first.number("seq"));
    assertThat(again.isTrue("duplicate")).isTrue();
    Json own = Json.of("text", "Once", "key", "k2");
    Json other = ada.http().post(messages(ada), own, "Idempotency-Key", "k1").json(201);
    assertThat(other.number("number")).isGreaterThan(first.number("number"));
  }

  @Test
  void thePathWinsAndUnknownFieldsAreNothing() throws Exception {
    Person ada = Person.register(server, "ada");
    Json body =
        Json.of(
            "room",
            "elsewhere",
            "key",
            "k1",
            "text",
            "Here",
            "by",
            "somebody",
            "seq",
            7,
            "nested",
            Json.of("deep", List.of(1, "two")));
    Json sent = ada.http().post(messages(ada), body).json(201);
    String page = messages(ada) + "?around=" + sent.number("seq") + "&limit=1&unknown=1";
    Json message = ada.http().get(page).json(200).list("messages").getFirst();
    assertThat(message.text("text")).isEqualTo("Here");
    assertThat(message.text("by")).isEqualTo(ada.id());
  }

  private static String messages(Person person) throws Exception {
    return room(person) + "/messages";
  }

  private static String room(Person person) throws Exception {
    Json rooms = person.http().get("/v1/rooms").json(200);
    return "/v1/rooms/" + rooms.list("rooms").getFirst().text("id");
  }
}
