package im.parley.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.parley.edge.testing.NoLeaks;
import im.parley.edge.testing.RawClient;
import im.parley.edge.testing.TestServer;
import im.parley.protocol.error.RefusedException;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bodies that are too long for memory, in both directions. */
@ExtendWith(NoLeaks.class)
class StreamedBodyTest {

  private static final String POST = "POST /%s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n";

  /** Counts what comes; the test says when each piece is taken. */
  private static final class Slow implements BodySink {

    final LinkedBlockingQueue<CompletableFuture<?>> pieces = new LinkedBlockingQueue<>();
    final CountDownLatch aborted = new CountDownLatch(1);
    final AtomicLong length = new AtomicLong();

    @Override
    public CompletionStage<?> begin() {
      return CompletableFuture.completedFuture("");
    }

    @Override
    public CompletionStage<?> take(byte[] piece) {
      length.addAndGet(piece.length);
      CompletableFuture<?> taken = new CompletableFuture<>();
      pieces.add(taken);
      return taken;
    }

    @Override
    public CompletionStage<HttpAnswer> end() {
      byte[] answer = Long.toString(length.get()).getBytes(UTF_8);
      return CompletableFuture.completedFuture(
          HttpAnswer.of(HttpResponseStatus.CREATED, "text/plain", answer));
    }

    @Override
    public void abort() {
      aborted.countDown();
    }

    /** The next piece has come, and nothing after it. */
    CompletableFuture<?> next() throws InterruptedException {
      CompletableFuture<?> taken = pieces.poll(10, TimeUnit.SECONDS);
      assertThat(taken).isNotNull();
      assertThat(pieces).isEmpty();
      return taken;
    }
  }

  private record Site(BodySink sink, HttpOutcome outcome) implements HttpService {

    @Override
    public HttpOutcome serve(HttpCall call) {
      return outcome;
    }

    @Override
    public Optional<BodySink> sink(HttpCall head) {
      return head.path().equals("/up") ? Optional.of(sink) : Optional.empty();
    }
  }

  private static final HttpOutcome OK =
      new HttpOutcome.Answered(HttpAnswer.of(HttpResponseStatus.OK, "text/plain", new byte[0]));

  @Test
  void aPieceIsReadWhenTheOneBeforeWasTaken() throws Exception {
    Slow sink = new Slow();
    int size = 1_000_000;
    try (TestServer server = TestServer.with(new Site(sink, OK));
        RawClient client = new RawClient(server.port())) {
      CompletableFuture<Void> sent =
          CompletableFuture.runAsync(() -> {
            try {
              client
                  .send(POST.formatted("up", size))
                  .send(new byte[size])
                  .send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
            } catch (java.io.IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          });
      while (sink.length.get() < size) {
        sink.next().complete(null);
      }
      RawClient.Answer answer = client.answer();
      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.body()).isEqualTo("1000000");
      assertThat(client.answer().status()).isEqualTo(200);
      sent.join();
      assertThat(sink.aborted.getCount()).isEqualTo(1);
    }
  }

  @Test
  void anEmptyBodyEndsAtOnce() throws Exception {
    try (TestServer server = TestServer.with(new Site(new Slow(), OK));
        RawClient client = new RawClient(server.port())) {
      assertThat(client.send(POST.formatted("up", 0)).answer().body()).isEqualTo("0");
    }
  }

  @Test
  void whoGoesAwayInTheMiddleIsForgotten() throws Exception {
    Slow sink = new Slow();
    try (TestServer server = TestServer.with(new Site(sink, OK))) {
      try (RawClient client = new RawClient(server.port())) {
        client.send(POST.formatted("up", 100) + "half");
        sink.next().complete(null);
      }
      assertThat(sink.aborted.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aRefusedPieceIsAnsweredAndEndsTheConnection() throws Exception {
    Slow sink = new Slow();
    try (TestServer server = TestServer.with(new Site(sink, OK));
        RawClient client = new RawClient(server.port())) {
      client.send(POST.formatted("up", 100) + "half");
      sink.next().completeExceptionally(RefusedException.forbidden("No"));
      assertThat(client.answer().status()).isEqualTo(403);
      assertThat(client.readToEnd()).isEmpty();
      assertThat(sink.aborted.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whatAnyOtherPathTakesIsShort() throws Exception {
    try (TestServer server = TestServer.with(new Site(new Slow(), OK));
        RawClient client = new RawClient(server.port())) {
      assertThat(client.send(POST.formatted("b", HttpDoor.MAX_BODY + 1)).answer().status())
          .isEqualTo(413);
    }
  }

  @Test
  void aSlowReaderOfALargeDownloadHoldsLittle() throws Exception {
    Endless bytes = new Endless();
    HttpDownload download =
        new HttpDownload(HttpAnswer.empty(HttpResponseStatus.OK), 4L << 30, () -> bytes);
    HttpOutcome pending = new HttpOutcome.Pending(CompletableFuture.completedFuture(download));
    try (TestServer server = TestServer.with(new Site(new Slow(), pending))) {
      try (RawClient client = new RawClient(server.port())) {
        client.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
        while (bytes.read.get() == 0) {
          Thread.onSpinWait();
        }
      }
      assertThat(bytes.closed.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(bytes.read.get()).as("of 4 GiB").isLessThan(64L << 20);
    }
  }

  /** Zeros that are counted as they are read. */
  private static final class Endless extends InputStream {

    final AtomicLong read = new AtomicLong();
    final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public int read() {
      read.incrementAndGet();
      return 0;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      read.addAndGet(length);
      return length;
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
