package im.parley.edge.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.parley.edge.engineio.EngineConfig;
import im.parley.edge.testing.ClientFrame;
import im.parley.edge.testing.SocketIoFixture;
import im.parley.edge.testing.WebSocketClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AcknowledgedByClientTest {

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  /** Asks every client two things, and sends it away when it wants to go. */
  private final class Asking implements SocketIoApplication {

    @Override
    public boolean has(String namespace) {
      return true;
    }

    @Override
    public SocketIoListener enter(SocketIoSocket socket) {
      return new SocketIoListener() {
        @Override
        public void connect(byte[] auth) {
          socket.accept("x");
          socket.emitToBeAcknowledged(
              7, "how are you?", Arguments.of(List.of("1".getBytes(UTF_8))));
        }

        @Override
        public void event(SocketIoEvent event) {
          socket.disconnect();
          socket.emit("late", Arguments.of(List.of()));
        }

        @Override
        public void acknowledged(long id, Arguments arguments) {
          heard.add(
              id
                  + " "
                  + new String(arguments.values().getFirst(), UTF_8)
                  + " "
                  + arguments.attachments().size());
        }

        @Override
        public void left() {
          heard.add("left " + socket.namespace());
        }
      };
    }
  }

  @Test
  void whatTheServerAsksIsAcknowledgedAndWhoIsSentAwayHearsNothingMore() throws Exception {
    EngineConfig patient =
        new EngineConfig(
            Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(1), 1000, 10);
    try (SocketIoFixture fixture = SocketIoFixture.with(patient, new Asking());
        WebSocketClient client =
            WebSocketClient.openAt(fixture.port(), "/socket.io/?EIO=4&transport=websocket")) {
      client.hear();
      client.say("40/any");
      assertThat(client.hear()).isEqualTo("40/any,{\"sid\":\"x\"}");
      assertThat(client.hear()).isEqualTo("42/any,7[\"how are you?\",1]");
      client.say("43/any,7[\"well\"]");
      assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("7 \"well\" 0");
      client.say("461-/any,8[{\"_placeholder\":true,\"num\":0}]");
      client.send(ClientFrame.of(ClientFrame.BINARY, new byte[1]));
      assertThat(heard.poll(5, TimeUnit.SECONDS))
          .isEqualTo("8 {\"_placeholder\":true,\"num\":0} 1");
      client.say("42/any,[\"bye\"]");
      assertThat(client.hear()).isEqualTo("41/any,");
      assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("left /any");
      client.say("40/other");
      assertThat(client.hear()).isEqualTo("40/other,{\"sid\":\"x\"}");
    }
    assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("left /other");
    assertThat(heard).isEmpty();
  }
}
