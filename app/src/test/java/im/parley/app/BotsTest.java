package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Http;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Programs take part by a key, over WebSocket and HTTP. */
class BotsTest {

  @RunningServer private static Server server;

  @Test
  void aKeyOpensEveryDoor() throws Exception {
    Person ada = Person.register(server, "ada");
    Json made = create(ada);
    Http bot = server.http(made.text("apiKey"));
    try (Client owner = ada.connect();
        Client live = Client.hello(server.url(), made.text("apiKey"))) {
      assertThat(live.welcome().at("user").isTrue("bot")).isTrue();
      String room = room(owner);
      owner.done("member.add", "room", room, "user", made.at("user").text("id"));
      live.next("room.added", room);
      bot.post("/v1/rooms/" + room + "/messages", Json.of("text", "Beep", "key", "k1")).json(201);

      Json posted = owner.next("message.posted", room);
      assertThat(posted.text("by")).isEqualTo(made.at("user").text("id"));
      assertThat(owner.done("session.list").list("sessions")).hasSize(1);
      assertThat(ada.http().get("/v1/bots").json(200).list("bots"))
          .extracting(it -> it.text("username"))
          .containsExactly(made.at("user").text("username"));
    }
  }

  @Test
  void anotherKeyClosesWhatTheFirstHasOpened() throws Exception {
    Person ada = Person.register(server, "ada");
    Json made = create(ada);
    String path = "/v1/bots/" + made.at("user").text("id");
    try (Client live = Client.hello(server.url(), made.text("apiKey"))) {
      Json rekeyed = ada.http().post(path + "/key", Json.of()).json(200);

      assertThat(live.socket().closeCode()).isEqualTo(4102);
      server.http(made.text("apiKey")).get("/v1/me").json(401);
      Json me = server.http(rekeyed.text("apiKey")).get("/v1/me").json(200);
      assertThat(me.at("user").text("id")).isEqualTo(made.at("user").text("id"));
    }
  }

  @Test
  void aDeletedBotIsOutAtOnce() throws Exception {
    Person ada = Person.register(server, "ada");
    Person eve = Person.register(server, "eve");
    Json made = create(ada);
    String path = "/v1/bots/" + made.at("user").text("id");
    try (Client live = Client.hello(server.url(), made.text("apiKey"))) {
      eve.http().delete(path).json(404);
      ada.http().delete(path).json(200);

      assertThat(live.socket().closeCode()).isEqualTo(4102);
      server.http(made.text("apiKey")).get("/v1/me").json(401);
      Json user = eve.http().get("/v1/users/" + made.at("user").text("id")).json(200);
      assertThat(user.at("user").isTrue("bot")).isTrue();
    }
  }

  @Test
  void aBotMakesNoBotAndHasNoPassword() throws Exception {
    Json made = create(Person.register(server, "ada"));
    Http bot = server.http(made.text("apiKey"));
    bot.post("/v1/bots", Json.of("username", "another-bot")).json(403);
    Json signIn =
        Json.of("username", made.at("user").text("username"), "password", made.text("apiKey"));
    server.http("").post("/v1/sessions", signIn).json(401);
    Json bad = server.http("").post("/v1/bots", Json.of("username", "another-bot")).json(401);
    assertThat(bad.text("code")).isEqualTo("unauthenticated");
  }

  private static Json create(Person owner) throws Exception {
    String name = "loom-" + Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
    return owner.http().post("/v1/bots", Json.of("username", name)).json(201);
  }

  private static String room(Client owner) throws Exception {
    return owner.done("room.create", "kind", "private", "name", "Engines").at("room").text("id");
  }
}
