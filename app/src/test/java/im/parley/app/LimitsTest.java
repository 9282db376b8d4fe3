package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks for too much is told to slow down, and nothing is lost without a word. */
class LimitsTest {

  @RunningServer private static Server server;

  @Test
  void ofAFloodOfMessagesEachIsThereOrRefusedWithATime() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client client = ada.connect()) {
      String room = create(client);
      Set<String> kept = new HashSet<>();
      int refused = 0;
      for (int i = 0; i < 200; i++) {
        String key = "k" + i;
        Json reply = client.ask("message.send", "room", room, "key", key, "text", "Flood");
        if (reply.has("ok")) {
          kept.add(key);
        } else {
          assertSlowDown(reply.at("error"));
          refused++;
        }
      }
      assertThat(refused).isPositive();
      assertThat(kept).hasSizeGreaterThanOrEqualTo(60);
      Json history = client.done("message.history", "room", room, "limit", 200);
      assertThat(history.list("messages"))
          .extracting(message -> message.text("key"))
          .containsExactlyInAnyOrderElementsOf(kept);
    }
  }

  @Test
  void whoWaitsAsToldIsLetInAgain() throws Exception {
    try (Client client = Person.register(server, "ada").connect()) {
      Json error = flood(client, client.general());
      long until = System.nanoTime() + error.number("retryAfterMs") * 1_000_000;
      while (System.nanoTime() < until) {
        server.admin().get("/healthz");
      }
      client.say(client.general(), "Patience");
    }
  }

  @Test
  void oneFloodIsNobodyElsesLimit() throws Exception {
    try (Client ada = Person.register(server, "ada").connect();
        Client bob = Person.register(server, "bob").connect()) {
      flood(ada, ada.general());
      bob.say(bob.general(), "Still here");
    }
  }

  private static Json flood(Client client, String room) throws Exception {
    Json reply = Json.of("ok", true);
    for (int i = 0; i < 1000 && reply.has("ok"); i++) {
      reply = client.ask("message.send", "room", room, "key", "f" + i, "text", "Flood");
    }
    assertSlowDown(reply.at("error"));
    return reply.at("error");
  }

  private static void assertSlowDown(Json error) {
    assertThat(error.text("code")).isEqualTo("rate_limited");
    assertThat(error.isTrue("retry")).isTrue();
    assertThat(error.number("retryAfterMs")).isBetween(1L, 60_000L);
  }

  @Test
  void moreThanThirtyTwoUnansweredCommandsAreOneTooMany() throws Exception {
    try (Client client = Person.register(server, "ada").connect()) {
      // Each checks a password, which takes its time: all forty are here before the first is done.
      Set<Long> unanswered = new HashSet<>();
      for (int i = 0; i < 40; i++) {
        unanswered.add(client.tell("session.create", "username", "nobody", "password", "guess"));
      }
      int overloaded = 0;
      while (!unanswered.isEmpty()) {
        Json reply = client.next(message -> message.has("id"));
        assertThat(unanswered.remove(reply.number("id"))).isTrue();
        if (reply.at("error").text("code").equals("overloaded")) {
          assertThat(reply.at("error").isTrue("retry")).isTrue();
          assertThat(reply.at("error").number("retryAfterMs")).isPositive();
          overloaded++;
        }
      }
      assertThat(overloaded).isBetween(1, 8);
      assertThat(client.ask("ping").has("ok")).isTrue();
    }
  }

  @Test
  void whoIsRefusedAThousandTimesAndGoesOnIsSentAway() throws Exception {
    try (Client client = Person.register(server, "ada").connect()) {
      for (int i = 0; i < 1001; i++) {
        client.tell("no.such.command");
      }
      assertThat(client.socket().closeCode()).isEqualTo(4202);
    }
  }

  @Test
  void guessingAPasswordIsSlowedDownAndWhoIsInStaysIn() throws Exception {
    Person ada = Person.register(server, "ada");
    Json guess = Json.of("username", ada.username(), "password", "not the password");
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      statuses.add(server.http("").post("/v1/sessions", guess).status());
    }
    assertThat(statuses).startsWith(401, 401, 401).endsWith(429).containsOnly(401, 429);
    assertThat(ada.http().get("/v1/me").status()).isEqualTo(200);
    assertThat(Person.register(server, "bob").signIn("other").token()).isNotEmpty();
  }

  @Test
  void withLimitsOffNobodyIsSlowedDownAndTheLogSaysSo(@TempDir Path elsewhere) throws Exception {
    try (Server unlimited = Server.start(elsewhere, "--limits", "off");
        Client client = Person.register(unlimited, "ada").connect()) {
      for (int i = 0; i < 200; i++) {
        client.say(client.general(), "Flood");
      }
      Json guess = Json.of("username", "nobody", "password", "guess");
      for (int i = 0; i < 14; i++) {
        assertThat(unlimited.http("").post("/v1/sessions", guess).status()).isEqualTo(401);
      }
      assertThat(unlimited.log()).anyMatch(line -> line.contains("RATE LIMITS ARE OFF"));
    }
    assertThat(server.log()).noneMatch(line -> line.contains("RATE LIMITS"));
  }

  private static String create(Client owner) throws Exception {
    Json created = owner.done("room.create", "kind", "private", "name", "Flooded", "key", "create");
    return created.at("room").text("id");
  }
}
