package im.parley.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.edge.testing.NoLeaks;
import im.parley.edge.testing.RawClient;
import im.parley.edge.testing.TestServer;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Time, order and backpressure of one connection. */
@ExtendWith(NoLeaks.class)
class HttpConnectionTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final String HOST = "Host: x\r\n";
  private static final String GET = "GET /%s HTTP/1.1\r\n" + HOST + "\r\n";

  private static HttpOutcome echoPath(HttpCall call) {
    return new HttpOutcome.Answered(path(call));
  }

  private static HttpAnswer path(HttpCall call) {
    return HttpAnswer.of(HttpResponseStatus.OK, "text/plain", call.path().getBytes(UTF_8));
  }

  private static TestServer patientBut(HttpTimeouts timeouts) {
    return TestServer.with(HttpConnectionTest::echoPath, timeouts);
  }

  @Test
  void aSilentConnectionIsClosed() throws Exception {
    try (TestServer server = patientBut(new HttpTimeouts(SHORT, LONG, LONG, LONG));
        RawClient client = new RawClient(server.port())) {
      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void aHeadThatDoesNotEndIsRefused() throws Exception {
    try (TestServer server = patientBut(new HttpTimeouts(SHORT, LONG, LONG, LONG));
        RawClient client = new RawClient(server.port())) {
      client.send("GET / HTTP/1.1\r\n").send("Host: x\r\n").send("X: y\r\n");
      assertThat(client.answer().status()).isEqualTo(408);
      assertThat(client.readToEnd()).isEmpty();
      assertThat(server.registry().counter("parley.http.late").count()).isEqualTo(1);
    }
  }

  @Test
  void aLaterHeadThatDoesNotEndIsRefusedToo() throws Exception {
    try (TestServer server = patientBut(new HttpTimeouts(SHORT, LONG, LONG, LONG));
        RawClient client = new RawClient(server.port())) {
      client.send(GET.formatted("a"));
      assertThat(client.answer().status()).isEqualTo(200);
      client.send("GET / HTTP/1.1\r\n");
      assertThat(client.answer().status()).isEqualTo(408);
      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void aBodyThatDoesNotEndIsRefused() throws Exception {
    try (TestServer server = patientBut(new HttpTimeouts(LONG, SHORT, LONG, LONG));
        RawClient client = new RawClient(server.port())) {
      client.send("POST / HTTP/1.1\r\n" + HOST + "Content-Length: 10\r\n\r\nhalf");
      assertThat(client.answer().status()).isEqualTo(408);
      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void anIdleConnectionIsClosed() throws Exception {
    try (TestServer server = patientBut(new HttpTimeouts(LONG, LONG, SHORT, LONG));
        RawClient client = new RawClient(server.port())) {
      client.send(GET.formatted("a"));
      assertThat(client.answer().body()).isEqualTo("/a");
      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void aClientThatDoesNotReadItsAnswerIsCutOff() throws Exception {
    byte[] large = new byte[64 * 1024 * 1024];
    try (TestServer server =
            TestServer.with(
                _ -> new HttpOutcome.Answered(HttpAnswer.of(HttpResponseStatus.OK, "x/y", large)),
                new HttpTimeouts(LONG, LONG, LONG, SHORT));
        RawClient client = new RawClient(server.port())) {
      client.send(GET.formatted("a"));
      assertThatIOException()
          .as("what is sent meanwhile stays unread, until the server cuts the connection off")
          .isThrownBy(() -> sendForEver(client));
    }
  }

  private static void sendForEver(RawClient client) throws IOException {
    byte[] bytes = GET.formatted("next").repeat(100).getBytes(UTF_8);
    while (true) {
      client.send(bytes);
    }
  }

  @Test
  void aThousandRequestsAtOnceAreAnsweredInOrder() throws Exception {
    int count = 1000;
    try (TestServer server = patientBut(HttpTimeouts.DEFAULT);
        RawClient client = new RawClient(server.port())) {
      StringBuilder requests = new StringBuilder();
      for (int i = 0; i < count; i++) {
        requests.append(GET.formatted(i));
      }
      client.send(requests.toString());
      for (int i = 0; i < count; i++) {
        assertThat(client.answer().body()).isEqualTo("/" + i);
      }
    }
  }

  @Test
  void oneRequestIsServedAtATime() throws Exception {
    BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    HttpService slow =
        call -> {
          Waiting one = new Waiting(call, new CompletableFuture<>());
          waiting.add(one);
          return new HttpOutcome.Pending(one.answer());
        };
    try (TestServer server = TestServer.with(slow);
        RawClient client = new RawClient(server.port())) {
      client.send(GET.formatted("1") + GET.formatted("2")).send(GET.formatted("3"));
      for (int i = 1; i <= 3; i++) {
        Waiting one = waiting.poll(5, TimeUnit.SECONDS);
        assertThat(one.call().path()).isEqualTo("/" + i);
        assertThat(waiting).isEmpty();
        one.answer().complete(path(one.call()));
        assertThat(client.answer().body()).isEqualTo("/" + i);
      }
    }
  }

  /** A request that the test answers. */
  private record Waiting(HttpCall call, CompletableFuture<HttpAnswer> answer) {}

  @Test
  void whileARequestIsServedNoMoreThanSomeBytesAreTaken() throws Exception {
    CompletableFuture<HttpAnswer> first = new CompletableFuture<>();
    HttpService stuck =
        call ->
            call.path().equals("/first")
                ? new HttpOutcome.Pending(first)
                : new HttpOutcome.Answered(path(call));
    int count = 8000;
    String large = "GET /next HTTP/1.1\r\n" + HOST + "X: " + "x".repeat(4000) + "\r\n\r\n";
    try (TestServer server = TestServer.with(stuck);
        RawClient client = new RawClient(server.port())) {
      client.send(GET.formatted("first"));
      CompletableFuture<Void> sending =
          CompletableFuture.runAsync(() -> send(client, large, count));
      assertThatThrownBy(() -> sending.get(500, TimeUnit.MILLISECONDS))
          .as("the client is held up, because the server does not read")
          .isInstanceOf(TimeoutException.class);
      first.complete(HttpAnswer.empty(HttpResponseStatus.OK));
      assertThat(client.answer().status()).isEqualTo(200);
      for (int i = 0; i < count; i++) {
        assertThat(client.answer().body()).isEqualTo("/next");
      }
      sending.get(5, TimeUnit.SECONDS);
    }
  }

  private static void send(RawClient client, String request, int count) {
    try {
      byte[] bytes = request.repeat(100).getBytes(UTF_8);
      for (int i = 0; i < count; i += 100) {
        client.send(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFaultIsAnsweredWithoutDetail() throws Exception {
    HttpService broken =
        _ ->
            new HttpOutcome.Pending(
                CompletableFuture.failedFuture(new IllegalStateException("secret detail")));
    try (TestServer server = TestServer.with(broken);
        RawClient client = new RawClient(server.port())) {
      RawClient.Answer answer = client.send(GET.formatted("a")).answer();
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
    }
  }

  @Test
  void aFaultOfTheServiceItselfIsAnsweredToo() throws Exception {
    HttpService broken =
        _ -> {
          throw new IllegalStateException("secret detail");
        };
    try (TestServer server = TestServer.with(broken);
        RawClient client = new RawClient(server.port())) {
      RawClient.Answer answer = client.send(GET.formatted("a")).answer();
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.body()).doesNotContain("secret");
    }
  }

  @Test
  void whenTheServerEndsAnswersAreTheLast() throws Exception {
    try (TestServer server = patientBut(HttpTimeouts.DEFAULT);
        RawClient client = new RawClient(server.port())) {
      server.door().endKeepAlive();
      assertThat(client.send(GET.formatted("a")).answer().header("connection")).isEqualTo("close");
      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void answersAreCountedByClass() throws Exception {
    try (TestServer server = patientBut(HttpTimeouts.DEFAULT);
        RawClient client = new RawClient(server.port())) {
      client.send(GET.formatted("a")).answer();
      client.send("BREW / HTTP/1.1\r\n" + HOST + "\r\n").answer();
      assertThat(server.registry().counter("parley.http.answers", "status", "2xx").count())
          .isEqualTo(1);
      assertThat(server.registry().counter("parley.http.answers", "status", "5xx").count())
          .isEqualTo(1);
    }
  }
}
