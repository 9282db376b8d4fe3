package im.parley.edge.engineio;

import im.parley.edge.http.HttpAnswer;
import im.parley.edge.http.HttpCall;
import im.parley.edge.http.HttpOutcome;
import im.parley.edge.http.HttpService;
import im.parley.edge.http.OriginPolicy;
import im.parley.edge.server.DeadlineSweeps;
import im.parley.edge.websocket.WebSocketHandshake;
import im.parley.edge.websocket.WebSocketHandshake.Verdict;
import im.parley.edge.websocket.WebSocketMeters;
import im.parley.edge.websocket.WebSocketTerms;
import io.netty.handler.codec.http.HttpMethod;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks Engine.IO, protocol 4, over HTTP polling and WebSockets, and brings its sessions to
 * whoever takes them in.
 */
public final class EngineDoor implements HttpService {

  /** More than the 128 bits that nobody guesses; whoever knows a session's id speaks for it. */
  private static final int SID_BYTES = 18;

  private static final Logger log = LoggerFactory.getLogger(EngineDoor.class);

  private final EngineConfig config;
  private final EngineAcceptor acceptor;
  private final OriginPolicy origins;
  private final WebSocketHandshake handshake;
  private final WebSocketTerms terms;
  private final EngineMeters meters;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, EngineSession> sessions = new ConcurrentHashMap<>();

  /**
   * A door to whoever takes sessions in.
   *
   * @param acceptor takes them in
   * @param sweeps what ends waits that last too long
   */
  public EngineDoor(
      EngineConfig config,
      EngineAcceptor acceptor,
      OriginPolicy origins,
      DeadlineSweeps sweeps,
      WebSocketMeters sockets,
      EngineMeters meters) {
    this.config = config;
    this.acceptor = acceptor;
    this.origins = origins;
    this.handshake = new WebSocketHandshake(origins);
    this.terms =
        new WebSocketTerms(
            config.maxPayload(), WebSocketTerms.Content.TEXT_AND_BINARY, sweeps, sockets);
    this.meters = meters;
  }

  @Override
  public int maxBody(HttpCall head) {
    return config.maxPayload();
  }

  @Override
  public HttpOutcome serve(HttpCall call) {
    if (!origins.allows(call.headers())) {
      return refused(call, EngineError.ORIGIN);
    }
    if (call.method().equals(HttpMethod.OPTIONS)) {
      return answered(call, CrossOrigin.preflight());
    }
    return switch (EngineRequest.of(call)) {
      case EngineRequest.Open() -> open(call);
      case EngineRequest.Poll(String sid) -> ask(call, sid, EngineSession::poll);
      case EngineRequest.Push(String sid) ->
          ask(call, sid, (session, answer) -> session.push(call.body(), answer));
      case EngineRequest.OpenSocket() -> openSocket(call);
      case EngineRequest.UpgradeSocket(String sid) -> upgradeSocket(call, sid);
      case EngineRequest.Refused(EngineError error) -> refused(call, error);
    };
  }

  private HttpOutcome refused(HttpCall call, EngineError error) {
    log.info("Refused an Engine.IO request from {}: {}", call.address(), error);
    meters.refused(error);
    return error == EngineError.ORIGIN
        ? new HttpOutcome.Answered(error.answer())
        : answered(call, error.answer());
  }

  private static HttpOutcome answered(HttpCall call, HttpAnswer answer) {
    return new HttpOutcome.Answered(CrossOrigin.readable(call, answer));
  }

  private HttpOutcome open(HttpCall call) {
    if (!meters.opened(config.maxSessions())) {
      return refused(call, EngineError.FULL);
    }
    return new HttpOutcome.Attended(eventLoop -> {
      CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
      String sid = newSid();
      begin(sid, EngineSession.polling(this, sid, eventLoop, call.address())).poll(answer);
      return readable(call, answer);
    });
  }

  private String newSid() {
    byte[] bits = new byte[SID_BYTES];
    random.nextBytes(bits);
    return Base64.getUrlEncoder().encodeToString(bits);
  }

  private EngineSession begin(String sid, EngineSession session) {
    sessions.put(sid, session);
    session.begin();
    return session;
  }

  /** The answer as the page that asked may read it; who cancels it cancels the answer itself. */
  private static CompletableFuture<HttpAnswer> readable(
      HttpCall call, CompletableFuture<HttpAnswer> answer) {
    CompletableFuture<HttpAnswer> readable =
        answer.thenApply(made -> CrossOrigin.readable(call, made));
    var _ =
        readable.whenComplete((_, _) -> {
          if (readable.isCancelled()) {
            answer.cancel(false);
          }
        });
    return readable;
  }

  /** Asks a session, where it lives. */
  private HttpOutcome ask(
      HttpCall call,
      String sid,
      BiConsumer<EngineSession, CompletableFuture<HttpAnswer>> question) {
    EngineSession session = sessions.get(sid);
    if (session == null) {
      return refused(call, EngineError.SESSION);
    }
    return new HttpOutcome.Attended(_ -> {
      CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
      session.eventLoop().execute(() -> question.accept(session, answer));
      return readable(call, answer);
    });
  }

  private HttpOutcome openSocket(HttpCall call) {
    return switch (handshake.judgePlain(call)) {
      case Verdict.Refused(var reason, var answer) -> refused(call, reason, answer);
      case Verdict.Accepted(var headers, var _) ->
          meters.opened(config.maxSessions())
              ? new HttpOutcome.Switched(
                  headers, channel -> new EngineWebSocket(this, channel, null))
              : refused(call, EngineError.FULL);
    };
  }

  private HttpOutcome upgradeSocket(HttpCall call, String sid) {
    EngineSession session = sessions.get(sid);
    if (session == null) {
      return refused(call, EngineError.SESSION);
    }
    return switch (handshake.judgePlain(call)) {
      case Verdict.Refused(var reason, var answer) -> refused(call, reason, answer);
      case Verdict.Accepted(var headers, var _) ->
          new HttpOutcome.Switched(headers, channel -> new EngineWebSocket(this, channel, session));
    };
  }

  private HttpOutcome refused(HttpCall call, WebSocketHandshake.Reason reason, HttpAnswer answer) {
    log.info("Refused a WebSocket from {}: {}", call.address(), reason);
    terms.meters().refused(reason);
    return new HttpOutcome.Answered(answer);
  }

  /** A WebSocket has been opened for a new session. Called on its event loop. */
  EngineSession begin(EngineWebSocket socket) {
    String sid = newSid();
    return begin(sid, EngineSession.on(socket, this, sid));
  }

  /** A session has ended. */
  void ended(String sid) {
    sessions.remove(sid);
    meters.closed();
  }

  EngineConfig config() {
    return config;
  }

  EngineAcceptor acceptor() {
    return acceptor;
  }

  WebSocketTerms terms() {
    return terms;
  }

  EngineMeters meters() {
    return meters;
  }
}
