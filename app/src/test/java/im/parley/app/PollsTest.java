package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Http.Answer;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Polls, at both doors. */
class PollsTest {

  private static final String WHERE =
      """
      {"key":"p1","text":"Where?","poll":{"options":["Mill","Store"]}}\
      """;

  @RunningServer({"--limits", "off"})
  private static Server server;

  @Test
  void everyoneSeesTheVotesAndWhoWasAwayGetsThem() throws Exception {
    Person carol = Person.register(server, "carol");
    try (Client ada = Person.register(server, "ada").connect();
        Client bob = Person.register(server, "bob").connect()) {
      String room = ada.general();
      long before = ada.say(room, "A question:");
      long poll = ask(ada, room, List.of("Mill", "Store", "Loom"), true);
      Json asked =
          bob.next(event -> event.isEvent("message.posted") && event.number("seq") == poll);
      assertThat(asked.at("data").at("poll").isTrue("multiple")).isTrue();

      Json first = vote(bob, room, poll, List.of(2, 0), "v1");
      assertThat(vote(bob, room, poll, List.of(0, 2), "v1").isTrue("duplicate")).isTrue();
      assertThat(vote(bob, room, poll, List.of(0, 2), "v2").has("seq")).isFalse();
      vote(bob, room, poll, List.of(1), "v3");
      long head = ada.done("poll.close", "room", room, "target", poll, "key", "c1").number("seq");

      try (Client back = carol.resume(room, before)) {
        List<Json> missed = back.heardUntil(room, head);
        assertThat(missed)
            .extracting(event -> event.text("type"))
            .containsExactly("message.posted", "poll.voted", "poll.voted", "poll.closed");
        Json voted = missed.get(1);
        assertThat(voted.number("seq")).isEqualTo(first.number("seq"));
        assertThat(voted.at("data").toString()).contains("\"options\":[0,2]");
        assertThat(missed.get(2).at("data").toString())
            .contains("\"options\":[1],\"replaces\":[0,2]");
        assertThat(missed.get(3).at("data").number("target")).isEqualTo(poll);
      }
    }
  }

  @Test
  void theSameGoesOverHttp() throws Exception {
    Person ada = Person.register(server, "ada");
    Person bob = Person.register(server, "bob");
    String room = ada.http().get("/v1/rooms").json(200).list("rooms").getFirst().text("id");
    String messages = "/v1/rooms/" + room + "/messages";
    long seq = ada.http().send("POST", messages, WHERE).json(201).number("seq");
    String path = messages + "/" + seq;

    bob.http().send("PUT", path + "/vote", "{\"options\":[1]}").json(200);
    Json seen = poll(bob, path);
    assertThat(seen.number("voters")).isEqualTo(1);
    assertThat(seen.isTrue("multiple")).isFalse();
    Json store = seen.list("options").get(1);
    assertThat(store.text("text")).isEqualTo("Store");
    assertThat(store.number("votes")).isEqualTo(1);
    assertThat(store.isTrue("mine")).isTrue();
    assertThat(poll(ada, path).list("options").get(1).isTrue("mine")).isFalse();
    bob.http().send("PUT", path + "/vote", "{\"options\":[]}").json(200);
    assertThat(poll(bob, path).number("voters")).isZero();

    assertRefused(
        bob.http().send("PUT", path + "/vote", "{\"options\":[0,1]}"),
        400,
        "bad_request",
        "options");
    assertRefused(
        bob.http().send("PUT", path + "/vote", "{\"options\":[2]}"), 400, "bad_request", "options");
    assertRefused(bob.http().send("PUT", path + "/vote", "{}"), 400, "bad_request", "options");
    assertRefused(
        bob.http().send("PUT", messages + "/99999/vote", "{\"options\":[0]}"),
        404,
        "not_found",
        "target");
    assertRefused(bob.http().send("POST", path + "/poll/close", "{}"), 403, "forbidden", "");
    ada.http().send("POST", path + "/poll/close", "{}").json(200);
    assertThat(poll(bob, path).isTrue("closed")).isTrue();
    assertRefused(
        bob.http().send("PUT", path + "/vote", "{\"options\":[0]}"), 409, "conflict", "target");
    ada.http().delete(path).json(200);
    assertThat(message(bob, path).has("poll")).isFalse();
    assertRefused(
        bob.http().send("PUT", path + "/vote", "{\"options\":[0]}"), 404, "not_found", "target");
  }

  @Test
  void whatIsNoPollIsRefused() throws Exception {
    try (Client ada = Person.register(server, "ada").connect()) {
      String room = ada.general();
      long plain = ada.say(room, "plain");
      Json vote =
          ada.refused(
              "poll.vote", "room", room, "target", plain, "options", List.of(0), "key", "v");
      assertThat(vote.text("code")).isEqualTo("bad_request");
      assertThat(vote.text("field")).isEqualTo("target");
      Json close = ada.refused("poll.close", "room", room, "target", plain, "key", "c");
      assertThat(close.text("field")).isEqualTo("target");
    }
    Person bob = Person.register(server, "bob");
    String room = bob.http().get("/v1/rooms").json(200).list("rooms").getFirst().text("id");
    String messages = "/v1/rooms/" + room + "/messages";
    String same = "{\"key\":\"p2\",\"text\":\"Where?\",\"poll\":{\"options\":[\"a\",\"a\"]}}";
    assertRefused(bob.http().send("POST", messages, same), 400, "bad_request", "poll");
    String none = "{\"key\":\"p2\",\"text\":\"Where?\",\"poll\":{}}";
    assertRefused(bob.http().send("POST", messages, none), 400, "bad_request", "poll");
  }

  private static long ask(Client client, String room, List<String> options, boolean multiple)
      throws Exception {
    Json sent =
        client.done(
            "message.send",
            "room",
            room,
            "text",
            "Where?",
            "poll",
            Map.of("options", options, "multiple", multiple),
            "key",
            "p1");
    return sent.number("seq");
  }

  private static Json vote(Client client, String room, long poll, List<Integer> options, String key)
      throws Exception {
    return client.done("poll.vote", "room", room, "target", poll, "options", options, "key", key);
  }

  private static Json poll(Person reader, String path) throws Exception {
    return message(reader, path).at("poll");
  }

  private static Json message(Person reader, String path) throws Exception {
    return reader.http().get(path + "/thread").json(200).list("messages").getFirst();
  }

  private static void assertRefused(Answer answer, int status, String code, String field)
      throws Exception {
    Json problem = answer.json(status);
    assertThat(problem.text("code")).isEqualTo(code);
    assertThat(problem.has("field") ? problem.text("field") : "").isEqualTo(field);
  }
}
