package im.parley.edge.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.edge.testing.ClientFrame;
import im.parley.edge.testing.NoLeaks;
import im.parley.edge.testing.RawClient;
import im.parley.edge.testing.TestServer;
import im.parley.edge.testing.WebSocketClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.Channel;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoLeaks.class)
class EdgeServerTest {

  private static final String GET = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";

  @Test
  void oneConnectionTooManyIsToldSo() throws Exception {
    try (TestServer server = TestServer.holding(2);
        RawClient first = new RawClient(server.port());
        RawClient second = new RawClient(server.port())) {
      assertThat(first.send(GET).answer().status()).isEqualTo(200);
      assertThat(second.send(GET).answer().status()).isEqualTo(200);
      try (RawClient third = new RawClient(server.port())) {
        RawClient.Answer answer = third.answer();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("retry-after")).isEqualTo("5");
        assertThat(third.readToEnd()).isEmpty();
      }
      assertThat(counted(server, "refused")).isEqualTo(1);
      assertThat(counted(server, "accepted")).isEqualTo(2);
    }
  }

  private static double counted(TestServer server, String outcome) {
    return server
        .registry()
        .counter("parley.connections", "server", "test", "outcome", outcome)
        .count();
  }

  @Test
  void roomThatIsFreedIsUsedAgain() throws Exception {
    try (TestServer server = TestServer.holding(1)) {
      for (int i = 0; i < 5; i++) {
        int status = 503;
        for (int attempt = 0; attempt < 500 && status == 503; attempt++) {
          status = statusOfOneRequest(server); // the one before may just be leaving
        }
        assertThat(status).isEqualTo(200);
      }
    }
  }

  private static int statusOfOneRequest(TestServer server) throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      client.sendAnyway(
          "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
      return client.answer().status();
    }
  }

  @Test
  void whoIsInStaysWhenNobodyElseIsLetIn() throws Exception {
    try (TestServer server = TestServer.holding(10);
        WebSocketClient socket = WebSocketClient.open(server.port())) {
      server.server().stopAccepting();
      assertThatIOException()
          .isThrownBy(() -> new RawClient(server.port()).close())
          .isInstanceOf(ConnectException.class);
      assertThat(socket.send(ClientFrame.text("still here")).read().text()).isEqualTo("still here");
    }
  }

  @Test
  void closingEndsEveryConnection() throws Exception {
    TestServer server = TestServer.holding(100);
    List<WebSocketClient> clients = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      clients.add(WebSocketClient.open(server.port()));
    }
    server.close();
    for (WebSocketClient client : clients) {
      client.raw().awaitClose();
      client.close();
    }
    assertThat(server.echo().closed()).hasSize(20);
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (TestServer server = TestServer.holding(1)) {
      ServerSettings settings =
          new ServerSettings("127.0.0.1", server.port(), Transport.best(), 1, 1);
      assertThatIOException()
          .isThrownBy(
              () -> EdgeServer.start("second", settings, new Nobody(), new SimpleMeterRegistry()))
          .withMessage("Cannot listen on 127.0.0.1 port " + server.port());
    }
  }

  /** A door that nobody comes to. */
  private static final class Nobody implements Door {
    @Override
    public void open(Channel channel) {
      throw new IllegalStateException("Nobody was expected");
    }

    @Override
    public void refuse(Channel channel) {
      throw new IllegalStateException("Nobody was expected");
    }
  }

  @Test
  void settingsGuardThemselves() {
    assertThatThrownBy(() -> new ServerSettings("h", 65_536, Transport.NIO, 1, 1))
        .hasMessageContaining("port");
    assertThatThrownBy(() -> new ServerSettings("h", 0, Transport.NIO, 0, 1))
        .hasMessageContaining("eventLoops");
    assertThatThrownBy(() -> new ServerSettings("h", 0, Transport.NIO, 1, 0))
        .hasMessageContaining("maxConnections");
    assertThat(ServerSettings.of("h", 1).maxConnections()).isEqualTo(15_000);
  }
}
