package im.parley.edge.websocket;

import im.parley.edge.http.HttpCall;
import im.parley.edge.http.HttpOutcome;
import im.parley.edge.http.HttpService;
import im.parley.edge.http.OriginPolicy;
import im.parley.edge.server.DeadlineSweeps;
import im.parley.edge.session.ConnectionAcceptor;
import im.parley.edge.session.RequestReader;
import im.parley.edge.session.WireCodec;
import im.parley.protocol.json.CommandReader.Request;
import im.parley.protocol.json.WireWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns HTTP connections into WebSockets, and brings these to whoever takes connections in. */
public final class WebSocketDoor implements HttpService {

  /** The longest message from a client, in bytes. */
  public static final int MAX_MESSAGE = 64 * 1024;

  private static final Logger log = LoggerFactory.getLogger(WebSocketDoor.class);

  private final ConnectionAcceptor acceptor;
  private final WebSocketHandshake handshake;
  private final WebSocketTerms terms;
  private final RequestReader reader;
  private final WireCodec plain;
  private final WireCodec deflating;

  /**
   * A door to whoever takes connections in.
   *
   * @param reader reads what clients send
   * @param writer writes what they get
   */
  public WebSocketDoor(
      ConnectionAcceptor acceptor,
      RequestReader reader,
      WireWriter writer,
      OriginPolicy origins,
      DeadlineSweeps sweeps,
      WebSocketMeters meters) {
    this.acceptor = acceptor;
    this.handshake = new WebSocketHandshake(origins);
    this.terms = new WebSocketTerms(MAX_MESSAGE, WebSocketTerms.Content.TEXT, sweeps, meters);
    this.reader = reader;
    this.plain = new JsonCodec(writer, Framing.PLAIN);
    this.deflating = new JsonCodec(writer, new DeflateFraming(meters));
  }

  @Override
  public HttpOutcome serve(HttpCall call) {
    return switch (handshake.judge(call)) {
      case WebSocketHandshake.Verdict.Accepted(var headers, var compression) ->
          new HttpOutcome.Switched(
              headers, channel -> new WebSocketConnection(this, channel, compression));
      case WebSocketHandshake.Verdict.Refused(var reason, var answer) -> {
        terms.meters().refused(reason);
        log.info("Refused a WebSocket from {}: {}", call.address(), reason);
        yield new HttpOutcome.Answered(answer);
      }
    };
  }

  ConnectionAcceptor acceptor() {
    return acceptor;
  }

  WireCodec format(Compression compression) {
    return switch (compression) {
      case NONE -> plain;
      case DEFLATE -> deflating;
    };
  }

  WebSocketTerms terms() {
    return terms;
  }

  /** What a client sent: a command, or why it is none. */
  Request read(byte[] utf8) {
    return reader.read(utf8);
  }
}
