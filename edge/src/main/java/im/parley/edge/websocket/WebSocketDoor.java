package im.parley.edge.websocket;

import im.parley.edge.http.HttpCall;
import im.parley.edge.http.HttpOutcome;
import im.parley.edge.http.HttpService;
import im.parley.edge.http.OriginPolicy;
import im.parley.edge.server.DeadlineSweeps;
import im.parley.edge.session.ConnectionAcceptor;
import im.parley.edge.session.WireCodec;
import im.parley.protocol.json.CommandReader;
import im.parley.protocol.json.WireWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns HTTP connections into WebSockets, and brings these to whoever takes connections in. */
public final class WebSocketDoor implements HttpService {

  /** Where WebSockets are opened. */
  public static final String PATH = "/v1/connect";

  /** The longest message from a client, in bytes. */
  public static final int MAX_MESSAGE = 64 * 1024;

  private static final Logger log = LoggerFactory.getLogger(WebSocketDoor.class);

  private final ConnectionAcceptor acceptor;
  private final WebSocketHandshake handshake;
  private final DeadlineSweeps sweeps;
  private final WebSocketMeters meters;
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
      CommandReader reader,
      WireWriter writer,
      OriginPolicy origins,
      DeadlineSweeps sweeps,
      WebSocketMeters meters) {
    this.acceptor = acceptor;
    this.handshake = new WebSocketHandshake(origins);
    this.sweeps = sweeps;
    this.meters = meters;
    this.plain = new JsonCodec(reader, writer, Framing.PLAIN);
    this.deflating = new JsonCodec(reader, writer, new DeflateFraming(meters));
  }

  @Override
  public HttpOutcome serve(HttpCall call) {
    return switch (handshake.judge(call)) {
      case WebSocketHandshake.Verdict.Accepted(var headers, var compression) ->
          new HttpOutcome.Switched(
              headers, channel -> new WebSocketConnection(this, channel, compression));
      case WebSocketHandshake.Verdict.Refused(var reason, var answer) -> {
        meters.refused(reason);
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

  DeadlineSweeps sweeps() {
    return sweeps;
  }

  WebSocketMeters meters() {
    return meters;
  }
}
