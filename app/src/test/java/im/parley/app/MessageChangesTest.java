package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Http.Answer;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens to messages after they were sent, at both doors. */
class MessageChangesTest {

  @RunningServer({"--limits", "off"})
  private static Server server;

  @Test
  void whoWasAwayGetsTheEditAndNeverTheDeletedText() throws Exception {
    Person bob = Person.register(server, "bob");
    try (Client ada = Person.register(server, "ada").connect()) {
      String room = ada.general();
      long kept = ada.say(room, "helo");
      long seen = ada.say(room, "seen");
      long secret = ada.say(room, "secret");
      ada.done("message.edit", "room", room, "target", kept, "text", "hello", "key", "e1");
      long head =
          ada.done("message.delete", "room", room, "target", secret, "key", "d1").number("seq");
      try (Client back = bob.resume(room, seen)) {
        List<Json> missed = back.heardUntil(room, head);
        assertThat(missed)
            .extracting(event -> event.text("type"))
            .containsExactly("message.posted", "message.edited", "message.deleted");
        assertThat(missed.getFirst().at("data").text("text")).isEmpty();
        assertThat(missed.get(1).at("data").text("text")).isEqualTo("hello");
        assertThat(missed.get(2).at("data").number("target")).isEqualTo(secret);
      }
    }
  }

  @Test
  void everyoneInTheRoomSeesWhatHappensToAMessage() throws Exception {
    try (Client ada = Person.register(server, "ada").connect();
        Client bob = Person.register(server, "bob").connect()) {
      String room = ada.general();
      long root = ada.say(room, "hello @" + "nobody");

      bob.done("reaction.add", "room", room, "target", root, "emoji", "👍", "key", "r1");
      assertThat(ada.next("reaction.added", room).at("data").text("emoji")).isEqualTo("👍");
      Json again = bob.done("reaction.add", "room", room, "target", root, "emoji", "👍");
      assertThat(again.has("seq")).isFalse();
      Json twice =
          bob.done("reaction.add", "room", room, "target", root, "emoji", "👍", "key", "r1");
      assertThat(twice.isTrue("duplicate")).isTrue();

      bob.done("pin.add", "room", room, "target", root, "key", "p1");
      assertThat(ada.next("message.pinned", room).at("data").number("target")).isEqualTo(root);

      Json reply =
          bob.done("message.send", "room", room, "text", "yes", "thread", root, "key", "t1");
      assertThat(
              ada.next(event ->
                      event.isEvent("message.posted") && event.number("seq") == reply.number("seq"))
                  .at("data")
                  .number("thread"))
          .isEqualTo(root);

      Json thread = ada.done("message.thread", "room", room, "target", root);
      assertThat(thread.list("messages"))
          .extracting(message -> message.number("seq"))
          .containsExactly(root, reply.number("seq"));
      Json first = thread.list("messages").getFirst();
      assertThat(first.at("replies").number("count")).isEqualTo(1);
      assertThat(first.list("reactions").getFirst().number("count")).isEqualTo(1);
      assertThat(first.isTrue("pinned")).isTrue();
    }
  }

  @Test
  void theSameGoesOverHttp() throws Exception {
    Person ada = Person.register(server, "ada");
    Person bob = Person.register(server, "bob");
    String room = ada.http().get("/v1/rooms").json(200).list("rooms").getFirst().text("id");
    String messages = "/v1/rooms/" + room + "/messages";
    Json mention = Json.of("text", "Hi @" + username(bob), "key", "k1");
    long seq = ada.http().post(messages, mention).json(201).number("seq");
    String path = messages + "/" + seq;

    Json found = bob.http().get("/v1/rooms/" + room).json(200).at("room");
    assertThat(found.number("mentions")).isEqualTo(1);
    bob.http().send("PUT", path + "/reactions/%F0%9F%91%8D", "").json(200);
    bob.http().send("PUT", "/v1/rooms/" + room + "/pins/" + seq, "").json(200);
    assertThat(ada.http().get("/v1/rooms/" + room + "/pins").json(200).list("messages"))
        .extracting(message -> message.number("seq"))
        .contains(seq);
    ada.http().send("PATCH", path, "{\"text\":\"Hello\"}").json(200);
    assertThat(ada.http().get(path + "/thread").json(200).list("messages").getFirst().text("text"))
        .isEqualTo("Hello");
    bob.http().delete(path + "/reactions/%F0%9F%91%8D").json(200);
    bob.http().delete("/v1/rooms/" + room + "/pins/" + seq).json(200);

    assertRefused(bob.http().send("PATCH", path, "{\"text\":\"Mine\"}"), 403, "forbidden", "");
    assertRefused(bob.http().delete(path), 403, "forbidden", "");
    assertRefused(ada.http().send("PATCH", path, "{\"text\":\"\"}"), 400, "bad_request", "text");
    assertRefused(ada.http().send("PUT", path + "/reactions/x", ""), 400, "bad_request", "emoji");
    assertRefused(
        ada.http().send("PUT", messages + "/999/reactions/%F0%9F%91%8D", ""),
        404,
        "not_found",
        "target");
    ada.http().delete(path).json(200);
    assertRefused(
        ada.http().send("PATCH", path, "{\"text\":\"Back\"}"), 404, "not_found", "target");
  }

  private static String username(Person person) throws Exception {
    return person.http().get("/v1/me").json(200).at("user").text("username");
  }

  private static void assertRefused(Answer answer, int status, String code, String field)
      throws Exception {
    Json problem = answer.json(status);
    assertThat(problem.text("code")).isEqualTo(code);
    assertThat(problem.has("field") ? problem.text("field") : "").isEqualTo(field);
  }
}
