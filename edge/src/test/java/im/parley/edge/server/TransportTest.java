package im.parley.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.edge.session.Connection;
import im.parley.edge.testing.ClientFrame;
import im.parley.edge.testing.NoLeaks;
import im.parley.edge.testing.RawClient;
import im.parley.edge.testing.TestServer;
import im.parley.edge.testing.WebSocketClient;
import im.parley.protocol.error.CloseCode;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of I/O that this machine has does what the doors build upon. */
@ParameterizedClass
@MethodSource("im.parley.edge.server.Transport#available")
@ExtendWith(NoLeaks.class)
class TransportTest {

  private static final int PING = 9;

  private final TestServer server;
  private final WebSocketClient client;

  TransportTest(Transport transport) throws IOException {
    server = TestServer.on(transport);
    client = WebSocketClient.open(server.port());
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    server.close();
  }

  @Test
  void itSpeaksHttpAndWebSocket() throws Exception {
    try (RawClient http = new RawClient(server.port())) {
      http.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(http.answer().body()).isEqualTo("ok\n");
    }
    assertThat(client.send(ClientFrame.text("hello")).read().text()).isEqualTo("hello");
    assertThat(client.send(ClientFrame.close(1000)).closeStatus()).isEqualTo(1000);
  }

  @Test
  void aPeerThatGoesOnSendingHearsWhyItIsClosed() throws Exception {
    byte[] ping = ClientFrame.of(PING, new byte[0]);
    ByteBuffer flood = ByteBuffer.allocate(20_000 * ping.length);
    while (flood.hasRemaining()) {
      flood.put(ping);
    }
    assertThat(client.sendAnyway(flood.array()).closeStatus()).isEqualTo(1008);
  }

  @Test
  void aPeerHasTheEndOfWhatIsSentBeforeItClosesItself() throws Exception {
    Connection connection = connection();
    connection.eventLoop().execute(() -> connection.close(CloseCode.DRAINING));
    assertThat(client.closeStatus()).isEqualTo(4001);
    client.close();
    assertThat(server.echo().closed().poll(5, TimeUnit.SECONDS)).isSameAs(connection);
  }

  @Test
  void aPeerThatDoesNotCloseTooIsCutOff() throws Exception {
    Connection connection = connection();
    connection.eventLoop().execute(() -> connection.close(CloseCode.DRAINING));
    assertThat(server.echo().closed().poll(5, TimeUnit.SECONDS)).isSameAs(connection);
  }

  @Test
  void aPeerThatDoesNotReadIsCutOff() throws Exception {
    Connection connection = connection();
    connection
        .eventLoop()
        .execute(() -> {
          connection.write(Unpooled.wrappedBuffer(new byte[64 << 20]));
          connection.flush();
          connection.close(CloseCode.DRAINING);
        });
    assertThat(server.echo().closed().poll(5, TimeUnit.SECONDS)).isSameAs(connection);
  }

  @Test
  void whatAPeerHasNotTakenIsCountedUntilItHas() throws Exception {
    Connection connection = connection();
    CompletableFuture<Long> pending = new CompletableFuture<>();
    CompletableFuture<Long> rest = new CompletableFuture<>();
    int length = 32 << 20;
    connection
        .eventLoop()
        .execute(() -> {
          connection.writeThen(
              Unpooled.wrappedBuffer(new byte[length]),
              () -> connection.eventLoop().execute(() -> rest.complete(connection.pendingBytes())));
          pending.complete(connection.pendingBytes());
        });
    assertThat(pending.get(5, TimeUnit.SECONDS)).isGreaterThan(1 << 20);
    client.raw().in().skipNBytes(length);
    assertThat(rest.get(5, TimeUnit.SECONDS)).isZero();
  }

  @Test
  void aPeerThatVanishesIsClosed() throws Exception {
    Connection connection = connection();
    client.raw().socket().setSoLinger(true, 0);
    client.close();
    assertThat(server.echo().closed().poll(5, TimeUnit.SECONDS)).isSameAs(connection);
  }

  private Connection connection() throws InterruptedException {
    Connection connection = server.echo().opened().poll(5, TimeUnit.SECONDS);
    assertThat(connection).isNotNull();
    return connection;
  }
}
