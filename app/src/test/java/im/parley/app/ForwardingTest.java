package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was said in one room is said in another, at both doors. */
class ForwardingTest {

  @RunningServer({"--limits", "off"})
  private static Server server;

  @Test
  void theOtherRoomSeesWhoSaidItFirst() throws Exception {
    Person ada = Person.register(server, "ada");
    Person bob = Person.register(server, "bob");
    try (Client adas = ada.connect();
        Client bobs = bob.connect()) {
      String general = adas.general();
      String direct = adas.done("direct.open", "users", List.of(bob.id())).at("room").text("id");
      long target = adas.say(general, "It weaves");

      Json sent =
          adas.done(
              "message.forward", "room", general, "target", target, "to", direct, "key", "f1");

      Json seen = bobs.next("message.posted", direct);
      assertThat(seen.number("seq")).isEqualTo(sent.number("seq"));
      assertThat(seen.at("data").text("text")).isEqualTo("It weaves");
      assertThat(seen.at("data").at("forwarded").text("room")).isEqualTo(general);
      assertThat(seen.at("data").at("forwarded").number("seq")).isEqualTo(target);
      assertThat(seen.at("data").at("forwarded").text("by")).isEqualTo(ada.id());
    }
  }

  @Test
  void whatIsSavedIsThereOnEveryDevice() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client here = ada.connect();
        Client there = ada.connect()) {
      String saved = here.done("saved.open").at("room").text("id");
      assertThat(there.next("room.added", saved).at("data").list("users")).hasSize(1);
      long target = here.say(here.general(), "Worth keeping");

      here.done(
          "message.forward", "room", here.general(), "target", target, "to", saved, "key", "s1");

      Json kept = there.next("message.posted", saved);
      assertThat(kept.at("data").text("text")).isEqualTo("Worth keeping");
      Json again = ada.http().post("/v1/saved", Json.of()).json(200);
      assertThat(again.at("room").text("id")).isEqualTo(saved);
      assertThat(Person.register(server, "eve").http().get("/v1/rooms/" + saved).status())
          .isEqualTo(404);
    }
  }

  @Test
  void theSameGoesOverHttp() throws Exception {
    Person ada = Person.register(server, "ada");
    Person bob = Person.register(server, "bob");
    String general = ada.http().get("/v1/rooms").json(200).list("rooms").getFirst().text("id");
    String own =
        ada.http()
            .post("/v1/rooms", Json.of("kind", "private", "name", "Own", "key", "own"))
            .json(201)
            .at("room")
            .text("id");
    String messages = "/v1/rooms/" + general + "/messages";
    long target =
        ada.http().post(messages, Json.of("text", "Hi", "key", "k1")).json(201).number("seq");
    String path = messages + "/" + target + "/forward";
    Json toOwn = Json.of("to", own, "key", "f1");

    ada.http().post(path, toOwn).json(201);
    assertThat(ada.http().post(path, toOwn).json(201).isTrue("duplicate")).isTrue();
    Json message =
        ada.http().get("/v1/rooms/" + own + "/messages").json(200).list("messages").getFirst();
    assertThat(message.at("forwarded").number("seq")).isEqualTo(target);

    assertThat(bob.http().post(path, toOwn).json(404).text("field")).isEqualTo("to");
    assertThat(ada.http().post(path, Json.of("key", "f2")).json(400).text("field")).isEqualTo("to");
    ada.http().delete(messages + "/" + target).json(200);
    Json again = Json.of("to", own, "key", "f3");
    assertThat(ada.http().post(path, again).json(404).text("field")).isEqualTo("target");
  }
}
