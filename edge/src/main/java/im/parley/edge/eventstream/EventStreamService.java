package im.parley.edge.eventstream;

import im.parley.core.dispatch.Failures;
import im.parley.edge.http.BearerAuthenticator;
import im.parley.edge.http.BearerToken;
import im.parley.edge.http.HttpAnswer;
import im.parley.edge.http.HttpCall;
import im.parley.edge.http.HttpOutcome;
import im.parley.edge.http.HttpReply;
import im.parley.edge.http.HttpService;
import im.parley.edge.http.HttpStream;
import im.parley.edge.http.Problem;
import im.parley.edge.server.DeadlineSweeps;
import im.parley.edge.session.ConnectionAcceptor;
import im.parley.protocol.command.Hello;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.json.WireWriter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Opens streams of events for whoever shows a token. */
public final class EventStreamService implements HttpService {

  private static final byte[] NOTHING = {};

  private final ConnectionAcceptor acceptor;
  private final BearerAuthenticator authenticator;
  private final DeadlineSweeps sweeps;
  private final Executor virtualThreads;
  private final EventStreamCodec codec;

  public EventStreamService(
      ConnectionAcceptor acceptor,
      BearerAuthenticator authenticator,
      WireWriter writer,
      DeadlineSweeps sweeps,
      Executor virtualThreads) {
    this.acceptor = acceptor;
    this.authenticator = authenticator;
    this.codec = new EventStreamCodec(writer);
    this.sweeps = sweeps;
    this.virtualThreads = virtualThreads;
  }

  @Override
  public HttpOutcome serve(HttpCall call) {
    if (!call.method().equals(HttpMethod.GET)) {
      return new HttpOutcome.Answered(
          Problem.of(HttpResponseStatus.METHOD_NOT_ALLOWED, "Allowed here: GET")
              .with(HttpHeaderNames.ALLOW, "GET"));
    }
    if (!call.query().isEmpty()) {
      return new HttpOutcome.Answered(
          Problem.of(
              HttpResponseStatus.BAD_REQUEST,
              "No parameters here: the token is a header field, and so is Last-Event-ID"));
    }
    return new HttpOutcome.Pending(
        CompletableFuture.supplyAsync(() -> openOrRefuse(call), virtualThreads));
  }

  private HttpReply openOrRefuse(HttpCall call) {
    try {
      return open(call);
    } catch (RuntimeException e) {
      return Problem.of(Failures.refusal("events", e));
    }
  }

  /** Who asks is known before a stream begins: an error is an answer like any other. */
  private HttpStream open(HttpCall call) {
    String token = BearerToken.of(call);
    if (authenticator.authenticate(token, call.address()).isEmpty()) {
      throw RefusedException.unauthenticated("The access token is not valid");
    }
    String lastId = call.header("Last-Event-ID");
    Positions positions = Positions.of(lastId == null ? "" : lastId);
    String epoch = positions.epoch().isEmpty() ? null : positions.epoch();
    Hello hello = new Hello(token, Map.copyOf(positions.rooms()), epoch, "events/1");
    HttpAnswer head = HttpAnswer.of(HttpResponseStatus.OK, "text/event-stream", NOTHING);
    return new HttpStream(
        // Proxies that gather answers are asked not to.
        head.with("X-Accel-Buffering", "no"),
        channel -> new EventStreamConnection(this, channel, hello, positions));
  }

  ConnectionAcceptor acceptor() {
    return acceptor;
  }

  EventStreamCodec codec() {
    return codec;
  }

  DeadlineSweeps sweeps() {
    return sweeps;
  }
}
