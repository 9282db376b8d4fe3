package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Http;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Messages from elsewhere, posted as to Slack. */
class HooksTest {

  @RunningServer private static Server server;

  @Test
  void whatIsPostedIsSaidOnceInTheRoom() throws Exception {
    try (Client ada = Person.register(server, "ada").connect()) {
      String room = room(ada);
      Json made = ada.done("hook.create", "room", room, "name", "The mill");
      String body = "{\"text\": \"*Done* in <https://example.org|7 s>\", \"channel\": \"#x\"}";
      Http.Answer first = post(made, body, "Idempotency-Key", "build-7");
      post(made, body, "Idempotency-Key", "build-7");
      String form = "payload=" + URLEncoder.encode("{\"text\": \"Grüße\"}", StandardCharsets.UTF_8);
      post(made, form, "Content-Type", "application/x-www-form-urlencoded; charset=utf-8");

      assertThat(first.status()).isEqualTo(200);
      assertThat(first.body()).isEqualTo("ok");
      Json said = ada.next("message.posted", room);
      assertThat(said.text("by")).isEqualTo(made.at("hook").text("id"));
      assertThat(said.at("data").text("text")).isEqualTo("**Done** in [7 s](https://example.org)");
      assertThat(ada.next("message.posted", room).at("data").text("text")).isEqualTo("Grüße");
    }
  }

  @Test
  void whatCannotBeSaidIsAProblem() throws Exception {
    try (Client ada = Person.register(server, "ada").connect()) {
      String room = room(ada);
      Json made = ada.done("hook.create", "room", room, "name", "The mill");

      assertThat(post(made, "{}").json(400).text("field")).isEqualTo("text");
      post(made, "{\"text\": ").json(400);
      assertThat(post(made, "{\"text\": \"" + "x".repeat(8001) + "\"}").json(413).text("code"))
          .isEqualTo("too_large");
      post(made, "{\"text\": \"hi\"}", "Content-Type", "text/plain").json(415);
      post(made, "nothing=x", "Content-Type", "application/x-www-form-urlencoded").json(400);
      post(made, "{\"text\": \"hi\"}", "Idempotency-Key", "two words").json(400);
      server.http("").get(made.text("path")).json(405);
      server.http("").post("/v1/hooks/ph_unknown", Json.of("text", "hi")).json(404);
      server.http("").post(made.text("path") + "x", Json.of("text", "hi")).json(404);
      server.http("").post("/v1/hooks/" + "%00", Json.of("text", "hi")).json(404);
    }
  }

  @Test
  void moderatorsManageHooksAndADeletedOneIsUnknown() throws Exception {
    Person bob = Person.register(server, "bob");
    try (Client ada = Person.register(server, "ada").connect()) {
      String room = room(ada);
      ada.done("member.add", "room", room, "user", bob.id());
      String hooks = "/v1/rooms/" + room + "/hooks";
      bob.http().post(hooks, Json.of("name", "Mine")).json(403);
      bob.http().get(hooks).json(403);
      Json made = ada.done("hook.create", "room", room, "name", "The mill");
      String id = made.at("hook").text("id");
      bob.http().delete(hooks + "/" + id).json(403);
      Json hook = ada.done("hook.list", "room", room).list("hooks").getFirst();
      assertThat(hook.fields()).isEqualTo(made.at("hook").fields()).doesNotContainKey("path");

      ada.done("hook.delete", "room", room, "hook", id);
      post(made, "{\"text\": \"hi\"}").json(404);
      assertThat(ada.next("member.left", room).at("data").text("user")).isEqualTo(id);
    }
  }

  private static Http.Answer post(Json made, String body, String... headers) throws Exception {
    return server.http("").send("POST", made.text("path"), body, headers);
  }

  private static String room(Client owner) throws Exception {
    return owner.done("room.create", "kind", "private", "name", "Engines").at("room").text("id");
  }
}
