package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Http.Answer;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A request that is refused says why in the form of RFC 9457, and nobody may keep the answer. */
class HttpRefusalsTest {

  private static final List<String> ROUTES_OF_A_ROOM =
      List.of(
          "GET ",
          "GET /messages",
          "GET /events",
          "GET /members",
          "POST /messages",
          "POST /members",
          "PUT /read",
          "PATCH ",
          "DELETE /members/u22222222222");

  @RunningServer private static Server server;

  @Test
  void aRefusalIsAProblemWithItsCodeAndField() throws Exception {
    Person ada = Person.register(server, "ada");
    Answer answer = ada.http().post("/v1/rooms", Json.of("kind", "public"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    Json problem = answer.json();
    assertThat(problem.number("status")).isEqualTo(400);
    assertThat(problem.fields()).containsKeys("title", "detail");
    assertThat(problem.text("code")).isEqualTo("bad_request");
    assertThat(problem.text("field")).isEqualTo("name");
    assertThat(problem.isTrue("retry")).isFalse();
  }

  @Test
  void aFieldOfTheWrongTypeIsNamedWhereverItStands() throws Exception {
    Person ada = Person.register(server, "ada");
    assertField(ada.http().get("/v1/rooms?limit=many"), "limit");
    assertField(ada.http().get("/v1/rooms/r1/messages?before=-1"), "before");
    assertField(ada.http().get("/v1/rooms/r1/messages?after=9223372036854775808"), "after");
    assertField(ada.http().post("/v1/direct", Json.of("users", "bob")), "users");
    assertField(ada.http().get("/v1/rooms/" + "r".repeat(41)), "room");
  }

  private static void assertField(Answer answer, String field) {
    assertThat(answer.json(400).text("field")).isEqualTo(field);
  }

  @Test
  void withoutAValidTokenOneIsToldHowToProveOneself() throws Exception {
    String refreshToken = Person.register(server, "ada").signedIn().text("refreshToken");
    for (String token : List.of("", "pa_forged", "x".repeat(600), refreshToken)) {
      Answer answer = server.http(token).get("/v1/me");
      assertThat(answer.json(401).text("code")).isEqualTo("unauthenticated");
      assertThat(answer.header("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
    }
    Answer anonymous = server.http("").post("/v1/rooms/r1/messages", Json.of());
    assertThat(anonymous.status()).as("before anything is said of fields").isEqualTo(401);
  }

  @Test
  void whatIsTooMuchSaysWhenToComeBack() throws Exception {
    Person ada = Person.register(server, "ada");
    Answer answer = ada.http().send("PATCH", "/v1/me", "{}");
    for (int i = 0; i < 200 && answer.status() == 200; i++) {
      answer = ada.http().send("PATCH", "/v1/me", "{}");
    }
    Json problem = answer.json(429);
    assertThat(problem.text("code")).isEqualTo("rate_limited");
    assertThat(problem.isTrue("retry")).isTrue();
    assertThat(problem.number("retryAfterMs")).isPositive();
    assertThat(answer.header("Retry-After").map(Long::valueOf).orElseThrow()).isPositive();
  }

  @Test
  void aForeignPrivateRoomReadsLikeAMissingOne() throws Exception {
    Person ada = Person.register(server, "ada");
    Person bob = Person.register(server, "bob");
    String room = create(ada, "private");
    for (String route : ROUTES_OF_A_ROOM) {
      Answer foreign = ask(bob, route, room);
      Answer missing = ask(bob, route, "r2222222222222");
      assertThat(foreign.status()).as(route).isEqualTo(404);
      assertThat(foreign.body()).as(route).isEqualTo(missing.body());
      assertThat(foreign.headers().map().keySet())
          .as(route)
          .isEqualTo(missing.headers().map().keySet());
    }
    assertThat(ask(bob, "POST /join", room).body())
        .isEqualTo(ask(bob, "POST /join", "r2222222222222").body());
  }

  @Test
  void aPublicRoomAsksToBeJoinedFirst() throws Exception {
    String room = create(Person.register(server, "ada"), "public");
    Person bob = Person.register(server, "bob");
    for (String route : ROUTES_OF_A_ROOM) {
      if (!route.equals("GET ")) {
        Json problem = ask(bob, route, room).json(403);
        assertThat(problem.text("code")).as(route).isEqualTo("forbidden");
        assertThat(problem.text("detail")).as(route).isEqualTo("Join the room first");
      }
    }
    assertThat(ask(bob, "GET ", room).json(200).at("room").fields())
        .doesNotContainKeys("role", "last");
  }

  @Test
  void nobodyMayKeepAnAnswer() throws Exception {
    Person ada = Person.register(server, "ada");
    List<Answer> answers =
        List.of(
            ada.http().get("/v1/me"),
            ada.http().get("/v1/rooms/nowhere"),
            ada.http().get("/v1/nothing/here"),
            server.http("").get("/v1/me"),
            server.http("").post("/v1/sessions", Json.of("username", "a", "password", "b")));
    for (Answer answer : answers) {
      assertThat(answer.header("Cache-Control")).hasValue("private, no-store");
      assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
  }

  @Test
  void methodsAndTypesThatAreNotTakenAreNamed() throws Exception {
    Person ada = Person.register(server, "ada");
    Answer method = ada.http().delete("/v1/me");
    assertThat(method.status()).isEqualTo(405);
    assertThat(List.of(method.header("Allow").orElseThrow().split(", ")))
        .containsExactlyInAnyOrder("GET", "PATCH");
    Answer type =
        server.http("").send("POST", "/v1/sessions", "username=a", "Content-Type", "text/plain");
    assertThat(type.json(415).text("code")).isEqualTo("unsupported");
    assertThat(ada.http().get("/v1/nothing").json(404).text("code")).isEqualTo("not_found");
  }

  private static String create(Person owner, String kind) throws Exception {
    Json body = Json.of("kind", kind, "name", "Some room", "key", "k1");
    return owner.http().post("/v1/rooms", body).json(201).at("room").text("id");
  }

  /** Asks a route of a room, given as its method and the rest of its path. */
  private static Answer ask(Person person, String route, String room) throws Exception {
    String[] parts = route.split(" ", 2);
    String body =
        switch (parts[0]) {
          case "POST" -> Json.of("key", "k1", "text", "Hi", "user", person.id()).toString();
          case "PUT" -> Json.of("seq", 1).toString();
          case "PATCH" -> Json.of("name", "Mine").toString();
          default -> "";
        };
    String path = "/v1/rooms/" + room + parts[1].replace("$user", person.id());
    return person.http().send(parts[0], path, body);
  }
}
