package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent later: at both doors, and over the end of the server. */
class ScheduleTest {

  @RunningServer({"--limits", "off"})
  private static Server server;

  @Test
  void aMessageIsSentAtItsTimeAndEveryDeviceHears() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client laptop = ada.connect();
        Client phone = ada.signIn("phone").connect();
        Client bob = Person.register(server, "bob").connect()) {
      String room = laptop.general();
      String soon = Instant.now().plusSeconds(1).toString();
      Json waits =
          laptop
              .done("message.schedule", "room", room, "key", "k1", "text", "Hi", "sendAt", soon)
              .at("scheduled");
      Json heard = phone.next(event -> event.isEvent("scheduled.changed")).at("data");
      assertThat(heard.number("id")).isEqualTo(waits.number("id"));
      assertThat(heard.at("scheduled").text("text")).isEqualTo("Hi");
      assertThat(phone.done("scheduled.list").list("scheduled")).hasSize(1);
      assertThat(bob.done("scheduled.list").list("scheduled")).isEmpty();

      Json said = bob.next("message.posted", room);
      assertThat(said.text("by")).isEqualTo(ada.id());
      assertThat(said.at("data").text("key")).isEqualTo("k1");
      assertThat(said.text("at")).isGreaterThanOrEqualTo(waits.text("sendAt"));
      Json gone = laptop.next(event -> event.isEvent("scheduled.changed")).at("data");
      assertThat(gone.number("id")).isEqualTo(waits.number("id"));
      assertThat(phone.done("scheduled.list").list("scheduled")).isEmpty();
    }
  }

  @Test
  void theSameGoesOverHttp() throws Exception {
    Person ada = Person.register(server, "ada");
    String room = ada.http().get("/v1/rooms").json(200).list("rooms").getFirst().text("id");
    String path = "/v1/rooms/" + room + "/scheduled";
    String body = body("k1", Instant.now().plusSeconds(3600).toString());
    Json waits = ada.http().send("POST", path, body).json(201).at("scheduled");
    assertThat(ada.http().send("POST", path, body).json(201).isTrue("duplicate")).isTrue();
    List<Json> list = ada.http().get("/v1/me/scheduled").json(200).list("scheduled");
    assertThat(list).extracting(it -> it.number("id")).containsExactly(waits.number("id"));

    assertThat(ada.http().send("POST", path, body("k2", "soon")).json(400).text("field"))
        .isEqualTo("sendAt");
    assertThat(
            ada.http()
                .send("POST", path, body("k2", "2020-01-01T00:00:00Z"))
                .json(400)
                .text("field"))
        .isEqualTo("sendAt");
    String nowhere = "/v1/rooms/nowhere/scheduled";
    assertThat(
            ada.http()
                .send("POST", nowhere, body("k2", Instant.now().plusSeconds(3600).toString()))
                .json(404)
                .text("field"))
        .isEqualTo("room");

    String one = "/v1/me/scheduled/" + waits.number("id");
    Person bob = Person.register(server, "bob");
    assertThat(bob.http().send("DELETE", one, "").json(404).text("field")).isEqualTo("scheduled");
    ada.http().send("DELETE", one, "").json(200);
    assertThat(ada.http().send("DELETE", one, "").json(404).text("field")).isEqualTo("scheduled");
    assertThat(ada.http().get("/v1/me/scheduled").json(200).list("scheduled")).isEmpty();
  }

  @Test
  void whatBecomesDueWhileNoServerRunsIsSentOnceAtTheStart(@TempDir Path other) throws Exception {
    Person ada;
    String room;
    try (Server first = Server.start(other, "--limits", "off")) {
      ada = Person.register(first, "ada");
      room = ada.http().get("/v1/rooms").json(200).list("rooms").getFirst().text("id");
      String soon = Instant.now().plusMillis(500).toString();
      ada.http().send("POST", "/v1/rooms/" + room + "/scheduled", body("k1", soon)).json(201);
      first.kill();
    }
    try (Server second = Server.start(other, "--limits", "off")) {
      Person again = new Person(second, ada.id(), ada.username(), ada.signedIn());
      try (Client client = again.resume(room, 1)) {
        assertThat(client.next("message.posted", room).at("data").text("key")).isEqualTo("k1");
        long seq = client.say(room, "after it");
        assertThat(client.heardUntil(room, seq))
            .filteredOn(event -> event.isEvent("message.posted"))
            .hasSize(1);
        assertThat(client.done("scheduled.list").list("scheduled")).isEmpty();
      }
    }
  }

  private static String body(String key, String sendAt) {
    return "{\"key\":\"%s\",\"text\":\"Later\",\"sendAt\":\"%s\"}".formatted(key, sendAt);
  }
}
