package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.Receiver;
import im.parley.app.client.Server;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** URLs are told what happens in a room: in order, signed, and through restarts. */
class OutgoingTest {

  @TempDir Path data;

  @Test
  void aRequestIsSignedAsStandardWebhooksSay() throws Exception {
    try (Server server = Server.start(data, "--outbound", "anywhere");
        Receiver receiver = new Receiver();
        Client ada = Person.register(server, "ada").connect()) {
      String room = room(ada);
      String secret = create(ada, room, receiver).text("secret");
      long seq = ada.say(room, "Grüße");

      Receiver.Request request = receiver.next();
      Json event = Json.parse(request.body());
      assertThat(event.text("type")).isEqualTo("message.posted");
      assertThat(event.number("seq")).isEqualTo(seq);
      assertThat(event.at("data").text("text")).isEqualTo("Grüße");
      assertThat(request.header("content-type")).isEqualTo("application/json");
      assertThat(request.header("webhook-signature")).isEqualTo("v1," + signature(secret, request));
    }
  }

  @Test
  void whatIsNotTakenIsToldAgainAndNothingIsLeftOut() throws Exception {
    try (Server server = Server.start(data, "--outbound", "anywhere");
        Receiver receiver = new Receiver();
        Client ada = Person.register(server, "ada").connect()) {
      String room = room(ada);
      create(ada, room, receiver);
      receiver.plan(Receiver.Answer.REDIRECT, Receiver.Answer.TOO_MUCH);
      ada.say(room, "one");
      ada.say(room, "two");

      String id = receiver.next().header("webhook-id");
      assertThat(receiver.next().header("webhook-id")).isEqualTo(id);
      Receiver.Request taken = receiver.next();
      assertThat(taken.header("webhook-id")).isEqualTo(id);
      assertThat(Json.parse(taken.body()).at("data").text("text")).isEqualTo("one");
      assertThat(Json.parse(receiver.next().body()).at("data").text("text")).isEqualTo("two");
    }
  }

  @Test
  void aRestartInTheMiddleLosesNothing() throws Exception {
    try (Receiver receiver = new Receiver()) {
      String room;
      try (Server server = Server.start(data, "--outbound", "anywhere");
          Client ada = Person.register(server, "ada").connect()) {
        room = room(ada);
        create(ada, room, receiver);
        receiver.plan(Receiver.Answer.NEVER);
        ada.say(room, "one");
        ada.say(room, "two");
        receiver.next();
        server.kill();
      }
      try (Server server = Server.start(data, "--outbound", "anywhere")) {
        assertThat(server.url()).isNotEmpty();
        assertThat(Json.parse(receiver.next().body()).at("data").text("text")).isEqualTo("one");
        assertThat(Json.parse(receiver.next().body()).at("data").text("text")).isEqualTo("two");
      }
    }
  }

  @Test
  void theServerIsNotSentIntoItsOwnNetwork() throws Exception {
    try (Server server = Server.start(data);
        Receiver receiver = new Receiver()) {
      Person ada = Person.register(server, "ada");
      Person bob = Person.register(server, "bob");
      try (Client owner = ada.connect()) {
        String room = room(owner);
        String path = "/v1/rooms/" + room + "/outgoing";
        Json refused = ada.http().post(path, Json.of("url", receiver.url())).json(400);
        assertThat(refused.text("field")).isEqualTo("url");
        bob.http().get(path).json(404);
        owner.done("member.add", "room", room, "user", bob.id());
        bob.http().get(path).json(403);
        bob.http().post(path, Json.of("url", "https://1.1.1.1/")).json(403);
        assertThat(ada.http().get(path).json(200).list("outgoing")).isEmpty();
      }
    }
  }

  private static Json create(Client owner, String room, Receiver receiver) throws Exception {
    return owner.done("outgoing.create", "room", room, "url", receiver.url());
  }

  /** As a receiver computes it. */
  private static String signature(String secret, Receiver.Request request) throws Exception {
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String signed =
        request.header("webhook-id")
            + "."
            + request.header("webhook-timestamp")
            + "."
            + request.body();
    byte[] hash = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(hash);
  }

  private static String room(Client owner) throws Exception {
    return owner.done("room.create", "kind", "private", "name", "Engines").at("room").text("id");
  }
}
