package im.parley.edge.websocket;

import static im.parley.edge.testing.ClientFrame.CONTINUATION;
import static im.parley.edge.testing.ClientFrame.PING;
import static im.parley.edge.testing.ClientFrame.PONG;
import static im.parley.edge.testing.ClientFrame.TEXT;
import static im.parley.edge.testing.ClientFrame.fragment;
import static im.parley.edge.testing.ClientFrame.join;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.parley.edge.http.ProbeService;
import im.parley.edge.session.Connection;
import im.parley.edge.testing.ClientFrame;
import im.parley.edge.testing.NoLeaks;
import im.parley.edge.testing.RawClient;
import im.parley.edge.testing.RawDeflate;
import im.parley.edge.testing.TestServer;
import im.parley.edge.testing.WebSocketClient;
import im.parley.protocol.error.CloseCode;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(NoLeaks.class)
class WebSocketConnectionTest {

  private TestServer server;
  private WebSocketClient client;

  @BeforeEach
  void open() throws Exception {
    server = TestServer.with(ProbeService.alive());
    client = WebSocketClient.open(server.port());
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    server.close();
  }

  private Connection connection() throws InterruptedException {
    Connection connection = server.echo().opened().poll(5, TimeUnit.SECONDS);
    assertThat(connection).isNotNull();
    return connection;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 127, 4095, 65_535, 65_536})
  void textGoesThereAndBack(int length) throws Exception {
    String text = "x".repeat(length);
    assertThat(client.send(ClientFrame.text(text)).read().text()).isEqualTo(text);
  }

  @Test
  void aMessageInFragmentsIsOneMessage() throws Exception {
    byte[] greek = "κόσμε😀".getBytes(UTF_8);
    for (int i = 0; i < greek.length; i++) {
      client.send(fragment(i == 0 ? TEXT : CONTINUATION, new byte[] {greek[i]}));
    }
    client.send(ClientFrame.of(CONTINUATION, new byte[0]));
    assertThat(client.read().text()).isEqualTo("κόσμε😀");
  }

  @Test
  void pingsAreAnsweredInOrderAlsoInsideAMessage() throws Exception {
    client.send(
        join(
            ClientFrame.ping(""),
            fragment(TEXT, new byte[] {'a'}),
            ClientFrame.ping("p".repeat(125)),
            ClientFrame.of(CONTINUATION, new byte[] {'b'}),
            ClientFrame.of(PONG, new byte[] {'u'}),
            ClientFrame.ping("last")));
    assertThat(client.read().text()).isEmpty();
    assertThat(client.read().text()).isEqualTo("p".repeat(125));
    assertThat(client.read().text()).isEqualTo("ab");
    WebSocketClient.Frame last = client.read();
    assertThat(last.opcode()).isEqualTo(PONG);
    assertThat(last.text()).isEqualTo("last");
  }

  @Test
  void aFrameMayComeByteByByte() throws Exception {
    for (byte b : ClientFrame.text("chopped")) {
      client.send(new byte[] {b});
    }
    assertThat(client.read().text()).isEqualTo("chopped");
  }

  @Test
  void framesRightBehindTheHandshakeAreRead() throws Exception {
    try (RawClient raw = new RawClient(server.port())) {
      byte[] handshake = WebSocketClient.request(server.port()).getBytes(UTF_8);
      raw.send(join(handshake, ClientFrame.text("at once")));
      assertThat(raw.head()).startsWith("HTTP/1.1 101 ");
      assertThat(raw.in().readNBytes(9)).endsWith("at once".getBytes(UTF_8));
    }
  }

  @Test
  void compressedTextIsInflatedWhereThatWasAgreedOn() throws Exception {
    try (WebSocketClient agreed = WebSocketClient.openCompressed(server.port())) {
      byte[] content = RawDeflate.of("Hello, hello, hello");
      agreed.send(join(ClientFrame.compressed(content), ClientFrame.text("plain")));
      assertThat(agreed.read().text()).isEqualTo("Hello, hello, hello");
      assertThat(agreed.read().text()).isEqualTo("plain");
      assertThat(compressedBytes("compressed")).isEqualTo(content.length);
      assertThat(compressedBytes("plain")).isEqualTo(19);
    }
    client.send(ClientFrame.compressed(RawDeflate.of("Hello")));
    assertThat(client.closeStatus()).isEqualTo(1002);
  }

  private double compressedBytes(String form) {
    return server
        .registry()
        .counter("parley.websockets.compression", "direction", "in", "form", form)
        .count();
  }

  @Test
  void aMessageThatIsTooLargeWhenInflatedIsRefusedInOnePieceOrMany() throws Exception {
    byte[] bomb = RawDeflate.of(new byte[16 * 1024 * 1024]);
    assertThat(bomb.length).isLessThan(WebSocketDoor.MAX_MESSAGE);
    byte[][] pieces = new byte[50][];
    for (int i = 0; i < pieces.length; i++) {
      int from = bomb.length * i / pieces.length;
      byte[] piece = Arrays.copyOfRange(bomb, from, bomb.length * (i + 1) / pieces.length);
      pieces[i] = fragment(i == 0 ? ClientFrame.COMPRESSED | TEXT : CONTINUATION, piece);
    }
    byte[] inPieces = join(join(pieces), ClientFrame.of(CONTINUATION, new byte[0]));
    for (byte[] message : List.of(ClientFrame.compressed(bomb), inPieces)) {
      try (WebSocketClient agreed = WebSocketClient.openCompressed(server.port())) {
        assertThat(agreed.send(message).closeStatus()).isEqualTo(1009);
      }
    }
    assertThat(server.echo().received()).isEmpty();
  }

  @Test
  void littleThatIsMadeMuchOfIsRefusedWhenItComesAgainAndAgain() throws Exception {
    byte[] largest = RawDeflate.of("a".repeat(WebSocketDoor.MAX_MESSAGE));
    int allowed = WebSocketConnection.MAX_GROWTH_A_SECOND / WebSocketDoor.MAX_MESSAGE;
    try (WebSocketClient agreed = WebSocketClient.openCompressed(server.port())) {
      for (int i = 0; i < 3; i++) {
        agreed.send(ClientFrame.compressed(largest));
        assertThat(agreed.read().text()).hasSize(WebSocketDoor.MAX_MESSAGE);
      }
      byte[][] flood = new byte[5 * allowed][];
      Arrays.fill(flood, ClientFrame.compressed(largest));
      assertThat(agreed.sendAnyway(join(flood)).closeStatus()).isEqualTo(1008);
    }
    assertThat(server.registry().counter("parley.websockets.violations", "rule", "bombs").count())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1008, 1011, 3000, 4999})
  void aCloseIsAnsweredWithItsStatus(int status) throws Exception {
    assertThat(client.send(ClientFrame.close(status)).closeStatus()).isEqualTo(status);
    client.close();
    assertThat(server.echo().closed().poll(5, TimeUnit.SECONDS)).isSameAs(connection());
  }

  @Test
  void anEmptyCloseIsAnsweredWithoutStatus() throws Exception {
    assertThat(client.send(ClientFrame.of(ClientFrame.CLOSE, new byte[0])).closeStatus())
        .isEqualTo(1005);
  }

  @Test
  void nothingIsHeardAfterAClose() throws Exception {
    client.send(join(ClientFrame.close(1000), ClientFrame.ping("late"), ClientFrame.text("late")));
    assertThat(client.closeStatus()).isEqualTo(1000);
    assertThat(server.echo().received()).isEmpty();
  }

  @Test
  void brokenRulesEndTheConnection() throws Exception {
    client.send(join(ClientFrame.unmasked(TEXT, new byte[] {'x'}), ClientFrame.text("late")));
    assertThat(client.closeStatus()).isEqualTo(1002);
    assertThat(server.echo().received()).isEmpty();
    assertThat(server.registry().counter("parley.websockets.violations", "rule", "frame").count())
        .isEqualTo(1);
  }

  @Test
  void aFrameTooLargeIsRefusedByItsHeader() throws Exception {
    long start = System.nanoTime();
    client.send(ClientFrame.headerDeclaring(WebSocketDoor.MAX_MESSAGE + 1));
    assertThat(client.closeStatus()).isEqualTo(1009);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void endlessFragmentsAreRefused() throws Exception {
    byte[][] flood = new byte[200_000][];
    Arrays.fill(flood, fragment(CONTINUATION, new byte[0]));
    flood[0] = fragment(TEXT, new byte[0]);
    assertThat(client.sendAnyway(join(flood)).closeStatus()).isEqualTo(1009);
  }

  @ParameterizedTest
  @ValueSource(ints = {PING, PONG})
  void aFloodOfControlFramesIsRefused(int opcode) throws Exception {
    byte[][] flood = new byte[20 * WebSocketConnection.MAX_CONTROL_FRAMES_A_SECOND][];
    Arrays.fill(flood, ClientFrame.of(opcode, new byte[0]));
    assertThat(client.sendAnyway(join(flood)).closeStatus()).isEqualTo(1008);
  }

  @ParameterizedTest
  @EnumSource(CloseCode.class)
  void theServerSaysWhyItCloses(CloseCode code) throws Exception {
    Connection connection = connection();
    connection
        .eventLoop()
        .execute(() -> {
          connection.write(Unpooled.wrappedBuffer(WebSocketFrames.text(new byte[] {'x'})));
          connection.close(code);
          connection.close(CloseCode.INTERNAL);
          connection.write(Unpooled.wrappedBuffer(WebSocketFrames.text(new byte[] {'y'})));
        });
    assertThat(client.read().text()).isEqualTo("x");
    WebSocketClient.Frame close = client.read();
    assertThat(close.status()).isEqualTo(code.code());
    assertThat(new String(close.payload(), 2, close.payload().length - 2, UTF_8))
        .isEqualTo(code.reason());
    assertThat(client.raw().readToEnd()).isEmpty();
    client.close();
    assertThat(server.echo().closed().poll(5, TimeUnit.SECONDS)).isSameAs(connection);
  }

  @ParameterizedTest
  @EnumSource(names = {"DRAINING", "SLOW_CONSUMER"})
  void aPeerThatDoesNotCloseTooIsCutOff(CloseCode code) throws Exception {
    Connection connection = connection();
    connection.eventLoop().execute(() -> connection.close(code));
    assertThat(client.closeStatus()).isEqualTo(code.code());
    assertThat(server.echo().closed().poll(4, TimeUnit.SECONDS)).isSameAs(connection);
  }

  @Test
  void aPeerThatDoesNotReadIsCutOffSoonAfterTheClose() throws Exception {
    Connection connection = connection();
    connection
        .eventLoop()
        .execute(() -> {
          connection.write(Unpooled.wrappedBuffer(new byte[64 * 1024 * 1024]));
          connection.flush();
          connection.close(CloseCode.DRAINING);
        });
    assertThat(server.echo().closed().poll(4, TimeUnit.SECONDS)).isSameAs(connection);
  }

  @Test
  void aConnectionKnowsWhatThePeerHasNotTaken() throws Exception {
    Connection connection = connection();
    CompletableFuture<Long> pending = new CompletableFuture<>();
    CompletableFuture<Void> taken = new CompletableFuture<>();
    int length = 32 * 1024 * 1024;
    connection
        .eventLoop()
        .execute(() -> {
          connection.writeThen(
              Unpooled.wrappedBuffer(new byte[length]), () -> taken.complete(null));
          pending.complete(connection.pendingBytes());
        });
    assertThat(pending.get(5, TimeUnit.SECONDS)).isGreaterThan(1024 * 1024);
    assertThat(taken).isNotDone();
    client.raw().in().skipNBytes(length);
    taken.get(5, TimeUnit.SECONDS);
  }

  @Test
  void whatWaitsForAWriteIsToldWhenThereIsNone() throws Exception {
    Connection connection = connection();
    CompletableFuture<Void> taken = new CompletableFuture<>();
    connection
        .eventLoop()
        .execute(() -> {
          connection.close(CloseCode.DRAINING);
          connection.writeThen(Unpooled.buffer(1).writeByte(1), () -> taken.complete(null));
        });
    taken.get(5, TimeUnit.SECONDS);
    assertThat(client.closeStatus()).isEqualTo(4001);
  }

  @Test
  void aPingReachesThePeerAndItsPongIsHeard() throws Exception {
    Connection connection = connection();
    long before = System.nanoTime();
    connection.eventLoop().execute(connection::ping);
    assertThat(client.read().opcode()).isEqualTo(PING);
    client.send(join(ClientFrame.of(PONG, new byte[0]), ClientFrame.text("after")));
    client.read();
    CompletableFuture<Long> heard = new CompletableFuture<>();
    connection.eventLoop().execute(() -> heard.complete(connection.lastHeardNanos()));
    assertThat(heard.get(5, TimeUnit.SECONDS)).isGreaterThan(before);
    assertThat(connection.address()).isEqualTo("127.0.0.1");
  }

  @Test
  void aPeerThatVanishesIsClosedOnce() throws Exception {
    client.raw().socket().setSoLinger(true, 0);
    client.close();
    assertThat(server.echo().closed().poll(5, TimeUnit.SECONDS)).isSameAs(connection());
    assertThat(server.echo().closed()).isEmpty();
  }
}
