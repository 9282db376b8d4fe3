package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import org.junit.jupiter.api.Test;

/** What was begun on one device goes on at another, at both doors. */
class DraftsTest {

  @RunningServer({"--limits", "off"})
  private static Server server;

  @Test
  void theOtherSessionHearsOfADraftAndTheOwnDoesNot() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client laptop = ada.connect();
        Client phone = ada.signIn("phone").connect();
        Client bob = Person.register(server, "bob").connect()) {
      String room = laptop.general();
      laptop.done("draft.set", "room", room, "text", "The eng", "thread", 3, "replyTo", 2);

      Json heard = phone.next("draft.changed", room).at("data");
      assertThat(heard.text("text")).isEqualTo("The eng");
      assertThat(heard.number("thread")).isEqualTo(3);
      assertThat(heard.number("replyTo")).isEqualTo(2);
      Json draft = phone.done("draft.list").list("drafts").getFirst();
      assertThat(draft.text("text")).isEqualTo("The eng");
      assertThat(draft.text("at")).isEqualTo(heard.text("at"));
      assertThat(bob.done("draft.list").list("drafts")).isEmpty();

      phone.done("draft.set", "room", room, "text", "", "thread", 3);
      Json gone = laptop.next(event -> event.isEvent("draft.changed")).at("data");
      assertThat(gone.text("text")).isEmpty();
      assertThat(laptop.done("draft.list").list("drafts")).isEmpty();
    }
  }

  @Test
  void theSameGoesOverHttp() throws Exception {
    Person ada = Person.register(server, "ada");
    String room = ada.http().get("/v1/rooms").json(200).list("rooms").getFirst().text("id");
    String path = "/v1/rooms/" + room + "/draft";
    ada.http().send("PUT", path, "{\"text\":\"Hm\"}").json(200);

    Json drafts = ada.http().get("/v1/drafts?limit=1").json(200);
    assertThat(drafts.list("drafts").getFirst().text("text")).isEqualTo("Hm");
    assertThat(drafts.isTrue("more")).isFalse();
    assertThat(ada.http().get("/v1/drafts?after=" + room).json(200).list("drafts")).isEmpty();

    assertThat(ada.http().send("PUT", path, "{}").json(400).text("field")).isEqualTo("text");
    String nowhere = "/v1/rooms/nowhere/draft";
    assertThat(ada.http().send("PUT", nowhere, "{\"text\":\"Hm\"}").json(404).text("field"))
        .isEqualTo("room");
    assertThat(ada.http().get("/v1/drafts?limit=0").json(400).text("field")).isEqualTo("limit");
    ada.http().send("PUT", path, "{\"text\":\"\"}").json(200);
    assertThat(ada.http().get("/v1/drafts").json(200).list("drafts")).isEmpty();
  }
}
