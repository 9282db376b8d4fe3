package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Server;
import im.parley.app.client.Socket;
import im.parley.edge.server.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Who does not read is sent away at the bound, however sockets are written; others go on. */
@ParameterizedClass
@MethodSource("im.parley.edge.server.Transport#available")
class SlowReaderTest {

  /**
   * So many messages are 1.4 MB: more than the bound and the little that the kernel takes, less
   * than the kernel would take if it were left to it.
   */
  private static final int MESSAGES = 180;

  private static final String TEXT = "x".repeat(8000);

  private final Server server;
  private final String token;

  SlowReaderTest(Transport transport, @TempDir Path data) throws Exception {
    String name = transport.name().toLowerCase(Locale.ROOT);
    server = Server.start(data, "--limits", "off", "--transport", name);
    token = server.register("ada");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void ofEvents() throws Exception {
    try (Client writer = Client.hello(server.url(), token);
        Client stalled = stalled()) {
      for (int i = 0; i < MESSAGES; i++) {
        writer.say(writer.general(), TEXT);
      }
      assertSentAway(stalled);
      long last = writer.say(writer.general(), "Nobody else notices");
      assertThat(writer.heardUntil(writer.general(), last)).hasSize(MESSAGES + 1);
    }
  }

  @Test
  void ofReplies() throws Exception {
    try (Client writer = Client.hello(server.url(), token);
        Client stalled = stalled()) {
      String room =
          writer.done("room.create", "kind", "private", "name", "Quiet").at("room").text("id");
      for (int i = 0; i < 40; i++) {
        writer.say(room, TEXT);
      }
      for (int i = 0; i < 32; i++) {
        stalled.tell("message.history", "room", room, "limit", 200);
      }
      assertSentAway(stalled);
      writer.say(room, "Nobody else notices");
    }
  }

  /** Someone who will not read, and for whom the system holds little. */
  private Client stalled() throws IOException {
    return Client.hello(Socket.openNarrow(server.url()), Json.of("token", token));
  }

  private void assertSentAway(Client stalled) throws IOException, InterruptedException {
    String slow = "parley_slow_consumers_total";
    double closed = server.metrics().get(slow);
    while (closed == 0) {
      closed = server.metrics().get(slow);
    }
    assertThat(stalled.socket().closeCode()).isEqualTo(4002);
    assertThat(server.metrics().get(slow)).isEqualTo(1);
  }
}
