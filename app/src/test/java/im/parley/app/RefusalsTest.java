package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Server;
import im.parley.app.client.Socket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a client sends, it is told what is wrong, and nothing else happens. */
class RefusalsTest {

  @TempDir static Path data;

  private static Server server;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    server = Server.start(data);
    token = server.register("ada");
  }

  @AfterAll
  static void stop() throws Exception {
    assertThat(server.terminate()).isZero();
    assertThat(server.log()).noneMatch(line -> line.contains(token) || line.contains("correct"));
  }

  @Test
  void malformedJsonIsRefusedAndTheConversationGoesOn() throws Exception {
    assertRefused("{\"id\":7,", "bad_request");
    assertRefused("[]", "bad_request");
    assertRefused("{\"id\":7,\"type\":\"no.such\"}", "bad_request");
    assertRefused("[".repeat(60_000), "bad_request");
  }

  @Test
  void aFieldOfTheWrongTypeIsNamed() throws Exception {
    Json error =
        assertRefused(
            "{\"id\":7,\"type\":\"message.send\",\"data\":{\"room\":5,\"key\":\"k\",\"text\":\"t\"}}",
            "bad_request");
    assertThat(error.text("field")).isEqualTo("room");
  }

  @Test
  void anOversizedFrameIsRefusedFromItsHeader() throws Exception {
    try (Client client = Client.hello(server.url(), token)) {
      client.socket().send(1, new byte[70_000]);
      assertThat(client.socket().closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void aMillionBracketsAreTooLarge() throws Exception {
    try (Client client = Client.hello(server.url(), token)) {
      try {
        client.socket().send("[".repeat(1_000_000));
      } catch (IOException closedMeanwhile) {
        // The server need not read to the end.
      }
      assertThat(client.socket().closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void binaryFramesAreRefused() throws Exception {
    try (Client client = Client.hello(server.url(), token)) {
      client.socket().send(2, "{}".getBytes(StandardCharsets.UTF_8));
      assertThat(client.socket().closeCode()).isEqualTo(1003);
    }
  }

  @Test
  void aCommandBeforeHelloEndsTheConversation() throws Exception {
    try (Socket socket = Socket.open(server.url())) {
      socket.send("{\"id\":1,\"type\":\"me.get\"}");
      assertThat(Json.parse(socket.next()).at("error").text("code")).isEqualTo("unauthenticated");
      assertThat(socket.closeCode()).isEqualTo(4101);
    }
  }

  @Test
  void aBadTokenEndsTheConversation() throws Exception {
    try (Socket socket = Socket.open(server.url())) {
      socket.send("{\"id\":1,\"type\":\"hello\",\"data\":{\"token\":\"pa_forged\"}}");
      assertThat(Json.parse(socket.next()).at("error").text("code")).isEqualTo("unauthenticated");
      assertThat(socket.closeCode()).isEqualTo(4101);
    }
  }

  @Test
  void aSecondHelloIsRefused() throws Exception {
    try (Client client = Client.hello(server.url(), token)) {
      Json reply = client.ask("hello", "token", token);
      assertThat(reply.at("error").text("code")).isEqualTo("conflict");
    }
  }

  @Test
  void theSameMistakesAreTheSameErrorsOverHttp() throws Exception {
    Json problem =
        server
            .http(token)
            .post("/v1/rooms/nowhere/messages", Json.of("key", "k", "text", "t"))
            .json(404);
    assertThat(problem.text("code")).isEqualTo("not_found");
    Json missing = server.http(token).post("/v1/rooms", Json.of("kind", "public")).json(400);
    assertThat(missing.text("field")).isEqualTo("name");
  }

  private static Json assertRefused(String frame, String code) throws IOException {
    try (Client client = Client.hello(server.url(), token)) {
      client.socket().send(frame);
      Json error = nextError(client);
      assertThat(error.text("code")).isEqualTo(code);
      assertThat(client.ask("ping").has("ok")).isTrue();
      return error;
    }
  }

  private static Json nextError(Client client) throws IOException {
    Json message = client.next();
    while (!message.has("error")) {
      message = client.next();
    }
    return message.at("error");
  }
}
