package im.parley.edge.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import im.parley.edge.testing.NoLeaks;
import im.parley.edge.testing.RawClient;
import im.parley.edge.testing.RawClient.Answer;
import im.parley.edge.testing.TestServer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that two readers could understand differently, and requests that are too much. */
@ExtendWith(NoLeaks.class)
class HttpProbesTest {

  private static final String HOST = "Host: x\r\n";
  private static final String GET = "GET /zz HTTP/1.1\r\n" + HOST;
  private static final String POST = "POST /zz HTTP/1.1\r\n" + HOST;
  private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

  private static final AtomicInteger SERVED = new AtomicInteger();
  private static TestServer server;

  @BeforeAll
  static void start() {
    server =
        TestServer.with(call -> {
          SERVED.incrementAndGet();
          return ProbeService.alive().serve(call);
        });
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> probes() {
    return Stream.of(
        arguments(
            400,
            "CL and TE",
            POST + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        arguments(
            400,
            "TE and CL",
            POST + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n"),
        arguments(
            400,
            "CL and TE of HTTP/1.0",
            "POST /zz HTTP/1.0\r\n"
                + HOST
                + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        arguments(400, "two lengths", POST + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde"),
        arguments(
            400,
            "the same length twice",
            POST + "Content-Length: 4\r\nContent-Length: 4\r\n\r\nabcd"),
        arguments(400, "a list of lengths", POST + "Content-Length: 4, 4\r\n\r\nabcd"),
        arguments(400, "a length with a plus", POST + "Content-Length: +4\r\n\r\nabcd"),
        arguments(400, "a negative length", POST + "Content-Length: -1\r\n\r\n"),
        arguments(400, "a length that is no number", POST + "Content-Length: 0x4\r\n\r\nabcd"),
        arguments(400, "an empty length", POST + "Content-Length: \r\n\r\nabcd"),
        arguments(400, "an unknown coding", POST + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
        arguments(
            400,
            "chunked, but not last",
            POST + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"),
        arguments(
            400, "chunked twice", POST + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"),
        arguments(
            400, "a space before the colon", POST + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"),
        arguments(400, "lines that end in LF", "GET /zz HTTP/1.1\nHost: x\n\n"),
        arguments(400, "one line that ends in LF", "GET /zz HTTP/1.1\r\nHost: x\nX: y\r\n\r\n"),
        arguments(400, "a bare CR in a value", GET + "X: a\rb\r\n\r\n"),
        arguments(400, "a chunk line that ends in LF", CHUNKED + "5\nhello\r\n0\r\n\r\n"),
        arguments(400, "a chunk extension with LF", CHUNKED + "5;a\nb\r\nhello\r\n0\r\n\r\n"),
        arguments(400, "a chunk size too large", CHUNKED + "fffffffff\r\nhello\r\n"),
        arguments(400, "a negative chunk size", CHUNKED + "-5\r\nhello\r\n"),
        arguments(400, "a chunk without its end", CHUNKED + "5\r\nhelloXX0\r\n\r\n"),
        arguments(400, "control characters before it", "\0\0\1" + GET + "\r\n"),
        arguments(400, "a space before it", " " + GET + "\r\n"),
        arguments(400, "no Host", "GET /zz HTTP/1.1\r\n\r\n"),
        arguments(400, "two Hosts", "GET /zz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
        arguments(400, "a Host of two", "GET /zz HTTP/1.1\r\nHost: a, b\r\n\r\n"),
        arguments(400, "a Host with a user", "GET /zz HTTP/1.1\r\nHost: a@b\r\n\r\n"),
        arguments(400, "an empty Host", "GET /zz HTTP/1.1\r\nHost: \r\n\r\n"),
        arguments(400, "a folded line", GET + "X: a\r\n b\r\n\r\n"),
        arguments(400, "a folded first line", "GET /zz HTTP/1.1\r\n Host: x\r\n\r\n"),
        arguments(400, "a line folded by a tab", GET + "X: a\r\n\tb\r\n\r\n"),
        arguments(400, "a folded line after empty lines", "\r\n\r\n" + GET + "X: a\r\n b\r\n\r\n"),
        arguments(400, "NUL in a value", GET + "X: a\0b\r\n\r\n"),
        arguments(400, "NUL in a name", GET + "X\0: a\r\n\r\n"),
        arguments(400, "a header without colon", GET + "garbage\r\n\r\n"),
        arguments(400, "a header without name", GET + ": a\r\n\r\n"),
        arguments(400, "a tab in the request line", "GET\t/zz HTTP/1.1\r\n" + HOST + "\r\n"),
        arguments(400, "no version", "GET /zz\r\n" + HOST + "\r\n"),
        arguments(400, "absolute form", "GET http://evil/zz HTTP/1.1\r\n" + HOST + "\r\n"),
        arguments(400, "asterisk form", "OPTIONS * HTTP/1.1\r\n" + HOST + "\r\n"),
        arguments(400, "a fragment", "GET /zz#f HTTP/1.1\r\n" + HOST + "\r\n"),
        arguments(400, "a raw byte in the target", "GET /z\u00ffz HTTP/1.1\r\n" + HOST + "\r\n"),
        arguments(
            400,
            "a WebSocket of a draft",
            GET + "Sec-WebSocket-Key1: 1\r\nSec-WebSocket-Key2: 2\r\n\r\n12345678"),
        arguments(
            400,
            "TLS",
            "\u0016\u0003\u0001\0\u00a5\u0001\0\0\u00a1\u0003\u0003" + "\0".repeat(100) + "\r\n"),
        arguments(405, "TRACE", "TRACE /zz HTTP/1.1\r\n" + HOST + "\r\n"),
        arguments(405, "CONNECT", "CONNECT x:443 HTTP/1.1\r\n" + HOST + "\r\n"),
        arguments(501, "an unknown method", "BREW /zz HTTP/1.1\r\n" + HOST + "\r\n"),
        arguments(501, "a method in lower case", "get /zz HTTP/1.1\r\n" + HOST + "\r\n"),
        arguments(505, "HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        arguments(505, "HTTP/9.9", "GET /zz HTTP/9.9\r\n" + HOST + "\r\n"),
        arguments(
            414,
            "a request line of 10 kB",
            "GET /" + "a".repeat(10_000) + " HTTP/1.1\r\n" + HOST + "\r\n"),
        arguments(431, "a header of 64 KiB", GET + "X: " + "a".repeat(65_536) + "\r\n\r\n"),
        arguments(431, "2000 headers", GET + "X-Some: 1\r\n".repeat(2000) + "\r\n"),
        arguments(
            413,
            "a body of 10^11 bytes",
            POST + "Expect: 100-continue\r\nContent-Length: 99999999999\r\n\r\n"),
        arguments(
            413, "a body of 10^17 bytes", POST + "Content-Length: 1" + "0".repeat(17) + "\r\n\r\n"),
        arguments(413, "one byte too many", POST + "Content-Length: 65537\r\n\r\n"),
        arguments(
            413,
            "chunks of one byte too many",
            CHUNKED + "10000\r\n" + "a".repeat(65_536) + "\r\n1\r\na\r\n0\r\n\r\n"),
        arguments(417, "another expectation", POST + "Expect: tea\r\nContent-Length: 1\r\n\r\na"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("probes")
  void isRefusedAndNothingAfterItIsRead(int status, String name, String request) throws Exception {
    int servedBefore = SERVED.get();
    try (RawClient client = new RawClient(server.port())) {
      client.sendAnyway((request + SMUGGLED).getBytes(ISO_8859_1));
      Answer answer = client.answer();
      assertThat(answer.status()).as(name).isEqualTo(status);
      assertThat(answer.header("connection")).isEqualTo("close");
      assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
      assertThat(answer.body()).contains("\"status\":" + status).doesNotContain("Exception");
      assertThat(client.readToEnd()).isEmpty();
    }
    assertThat(SERVED.get()).isEqualTo(servedBefore);
  }

  @Test
  void aFoldIsSeenWhereverTheBytesAreCut() throws Exception {
    String request = GET + "X: a\r\n b\r\n\r\n";
    for (int cut = 1; cut < request.length(); cut += 3) {
      try (RawClient client = new RawClient(server.port())) {
        client
            .send(request.substring(0, cut))
            .sendAnyway(request.substring(cut).getBytes(US_ASCII));
        assertThat(client.answer().status()).as("cut at %d", cut).isEqualTo(400);
      }
    }
  }

  @Test
  void whatIsWellFormedIsServed() throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      client.send("\r\n" + GET + "X:\tspaces around \r\n\r\n");
      assertThat(client.answer().status()).isEqualTo(200);
      client.send(CHUNKED + "5\r\nhello\r\n0\r\nTrailer: x\r\n\r\n");
      assertThat(client.answer().status()).isEqualTo(405);
      client.send(POST + "Content-Length: 65536\r\n\r\n" + "a".repeat(65_536));
      assertThat(client.answer().status()).isEqualTo(405);
      client.send(POST + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
      assertThat(client.head()).startsWith("HTTP/1.1 100 Continue");
      client.send("hi");
      assertThat(client.answer().status()).isEqualTo(405);
    }
  }

  @Test
  void http10IsAnsweredOnce() throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      client.send("GET /zz HTTP/1.0\r\n" + HOST + "\r\n");
      Answer answer = client.answer();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("connection")).isEqualTo("close");
      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void aClientMayAskForTheEnd() throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      client.send(GET + "Connection: close\r\n\r\n");
      assertThat(client.answer().header("connection")).isEqualTo("close");
      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void headHasNoBody() throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      client.send("HEAD /zz HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
      assertThat(client.head()).startsWith("HTTP/1.1 200 OK").contains("content-length: 3");
      assertThat(client.readToEnd()).isEmpty();
    }
  }
}
