package im.parley.edge.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import im.parley.core.outbound.AddressGuard;
import im.parley.core.outbound.AddressGuard.Reach;
import im.parley.core.outbound.Outbound.Answer;
import im.parley.core.outbound.Outbound.Post;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NettyOutboundTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private HttpsServer server;
  private @AutoClose NettyOutbound trusting;
  private final @AutoClose NettyOutbound outbound =
      new NettyOutbound(new AddressGuard(Reach.ANYWHERE));

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    SelfSigned certificate = SelfSigned.in(directory);
    server = HttpsServer.create(local(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
    server.createContext("/echo", NettyOutboundTest::echo);
    server.createContext("/elsewhere", NettyOutboundTest::redirect);
    server.createContext("/large", NettyOutboundTest::large);
    server.start();
    trusting =
        new NettyOutbound(
            new AddressGuard(Reach.ANYWHERE), tls -> tls.trustManager(certificate.trust()));
  }

  @AfterAll
  void stop() {
    server.stop(0);
  }

  @Test
  void postsOverHttps() throws IOException {
    Answer answer = trusting.post(post(at("localhost", "/echo?a=1"), LONG));

    assertThat(answer.success()).isTrue();
    assertThat(new String(answer.body(), UTF_8)).isEqualTo("POST /echo?a=1 whole {\"a\":1}");
  }

  @Test
  void followsNoRedirect() throws IOException {
    assertThat(trusting.post(post(at("localhost", "/elsewhere"), LONG)).status()).isEqualTo(302);
  }

  @Test
  void takesNoAnswerThatIsTooLarge() {
    assertThatIOException().isThrownBy(() -> trusting.post(post(at("localhost", "/large"), LONG)));
  }

  @Test
  void trustsNobodyWhomNobodyHasSigned() {
    assertThatIOException()
        .isThrownBy(() -> outbound.post(post(at("localhost", "/echo"), LONG)))
        .withStackTraceContaining("PKIX path building failed");
  }

  @Test
  void trustsNobodyUnderAnotherName() {
    assertThatIOException()
        .isThrownBy(() -> trusting.post(post(at("127.0.0.1", "/echo"), LONG)))
        .withStackTraceContaining(SSLHandshakeException.class.getName())
        .withStackTraceContaining("No subject alternative names");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void waitsNoLongerThanItIsTold(String scheme) throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI url = URI.create(scheme + "://localhost:" + silent.getLocalPort() + "/");

      assertThatIOException()
          .isThrownBy(() -> trusting.post(post(url, Duration.ofMillis(200))))
          .withMessage("No answer within 0.2 s");
    }
  }

  private static void echo(HttpExchange exchange) throws IOException {
    String said =
        "%s %s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("X-Test"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    answer(exchange, 200, said.getBytes(UTF_8));
  }

  private static void redirect(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Location", "/echo");
    answer(exchange, 302, new byte[0]);
  }

  private static void large(HttpExchange exchange) throws IOException {
    answer(exchange, 200, new byte[64 * 1024 + 1]);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static InetSocketAddress local() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private URI at(String host, String path) {
    return URI.create("https://" + host + ":" + server.getAddress().getPort() + path);
  }

  private static Post post(URI url, Duration timeout) {
    return new Post(url, Map.of("X-Test", "whole"), "{\"a\":1}".getBytes(UTF_8), timeout);
  }
}
