package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Http.Answer;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import im.parley.app.client.Socket;
import java.io.EOFException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tokens are traded once, and a session that has ended is over everywhere at once. */
class SessionsTest {

  @RunningServer private static Server server;

  @Test
  void refreshingTradesBothTokensAndTheConversationGoesOn() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client live = ada.connect()) {
      Person refreshed = ada.with(refresh(ada).json(200));
      assertThat(refreshed.session()).isEqualTo(ada.session());
      assertThat(refreshed.token()).isNotEqualTo(ada.token());
      assertThat(refreshed.signedIn().text("refreshToken"))
          .isNotEqualTo(ada.signedIn().text("refreshToken"));
      assertThat(refreshed.http().get("/v1/me").status()).isEqualTo(200);
      assertThat(ada.http().get("/v1/me").status()).isEqualTo(401);
      assertThat(live.done("me.get").at("user").text("id")).isEqualTo(ada.id());
    }
  }

  @Test
  void aRefreshTokenThatIsUsedTwiceEndsTheSession() throws Exception {
    Person ada = Person.register(server, "ada");
    Person other = ada.signIn("other");
    Person refreshed = ada.with(refresh(ada).json(200));
    try (Client live = refreshed.connect();
        Client untouched = other.connect()) {
      assertThat(refresh(ada).json(401).text("code")).isEqualTo("unauthenticated");

      assertThat(live.socket().closeCode()).isEqualTo(4102);
      assertThat(refreshed.http().get("/v1/me").status()).isEqualTo(401);
      assertThat(refresh(refreshed).status()).isEqualTo(401);
      assertThat(untouched.ask("ping").has("ok")).isTrue();
    }
  }

  @Test
  void revokingASessionClosesItsSocketsAtOnceAndVoidsItsTokens() throws Exception {
    Person ada = Person.register(server, "ada");
    Person phone = ada.signIn("phone");
    try (Client here = ada.connect();
        Client first = phone.connect();
        Client second = phone.connect()) {
      here.done("session.revoke", "session", phone.session());

      assertThat(first.socket().closeCode()).isEqualTo(4102);
      assertThat(second.socket().closeCode()).isEqualTo(4102);
      assertThat(phone.http().get("/v1/me").status()).isEqualTo(401);
      assertThat(refresh(phone).status()).isEqualTo(401);
      assertThat(hello(phone)).isEqualTo(4101);
      assertThat(here.done("session.list").list("sessions")).hasSize(1);
    }
  }

  @Test
  void signingOutClosesTheConnectionThatAsksAfterItsReply() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client client = ada.connect()) {
      client.tell("session.revoke", "session", "current");
      assertThat(client.socket().closeCode()).isEqualTo(4102);
      assertThat(ada.http().get("/v1/me").status()).isEqualTo(401);
    }
  }

  @Test
  void nothingSaidAfterwardsReachesASessionThatHasEnded() throws Exception {
    Person ada = Person.register(server, "ada");
    Person phone = ada.signIn("phone");
    try (Client here = ada.connect();
        Client there = phone.connect()) {
      String room = here.general();
      here.done("session.revoke", "session", phone.session());
      long seq = here.say(room, "Not for the phone");
      assertThat(eventsUntilClosed(there))
          .noneMatch(it -> it.has("seq") && it.number("seq") == seq);
    }
  }

  @Test
  void oneSeesWhereOneIsSignedIn() throws Exception {
    Person ada = Person.register(server, "ada");
    Person phone = ada.signIn("Phone of Ada");
    List<Json> sessions = phone.http().get("/v1/sessions").json(200).list("sessions");
    assertThat(sessions)
        .extracting(session -> session.text("id"))
        .containsExactlyInAnyOrder(ada.session(), phone.session());
    Json current = sessions.stream().filter(it -> it.isTrue("current")).findFirst().orElseThrow();
    assertThat(current.fields())
        .containsOnlyKeys("id", "device", "address", "createdAt", "lastSeen", "current");
    assertThat(current.text("id")).isEqualTo(phone.session());
    assertThat(current.text("device")).isEqualTo("Phone of Ada");
    assertThat(current.text("address")).isEqualTo("127.0.0.1");
  }

  @Test
  void nobodyEndsTheSessionOfAnother() throws Exception {
    Person ada = Person.register(server, "ada");
    Person bob = Person.register(server, "bob");
    Answer answer = bob.http().delete("/v1/sessions/" + ada.session());
    assertThat(answer.json(404).text("field")).isEqualTo("session");
    assertThat(answer.body()).isEqualTo(bob.http().delete("/v1/sessions/snone").body());
    assertThat(ada.http().get("/v1/me").status()).isEqualTo(200);
  }

  private static Answer refresh(Person person) throws Exception {
    Json body = Json.of("refreshToken", person.signedIn().text("refreshToken"));
    return server.http("").post("/v1/sessions/refresh", body);
  }

  /** The code with which a hello is turned away. */
  private static int hello(Person person) throws Exception {
    try (Socket socket = Socket.open(server.url())) {
      Json data = Json.of("token", person.token());
      socket.send(Json.of("id", 1, "type", "hello", "data", data).toString());
      return socket.closeCode();
    }
  }

  private static List<Json> eventsUntilClosed(Client client) throws Exception {
    List<Json> heard = new ArrayList<>();
    try {
      while (true) {
        heard.add(client.next());
      }
    } catch (EOFException closed) {
      return heard;
    }
  }
}
