package im.parley.edge.socketchat;

import im.parley.edge.session.WireCodec;
import im.parley.edge.socketio.SocketIoFrames;
import im.parley.protocol.error.CloseCode;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.json.NamedWriter;
import im.parley.protocol.json.RequestId;
import im.parley.protocol.reply.Reply;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * The language as Socket.IO carries it: events by their names, replies as acknowledgements. A
 * client that polls gets the same frames as one on a WebSocket. Nothing is compressed.
 */
final class SocketIoCodec implements WireCodec {

  /** What the CONNECT of a client is called: no acknowledgement, which are numbers. */
  static final RequestId CONNECT = new RequestId("connect");

  private static final String MAIN = "/";
  private static final String HELLO = "hello";
  private static final String REFUSED = "command.refused";
  private static final String CLOSING = "connection.closing";
  private static final int NAME_BYTES = 15;
  private static final byte[] NOTHING = {};

  private final NamedWriter writer;
  private final SecureRandom random = new SecureRandom();

  SocketIoCodec(NamedWriter writer) {
    this.writer = writer;
  }

  @Override
  public byte[] event(DurableEvent event, int readers) {
    return SocketIoFrames.event(MAIN, writer.event(event));
  }

  @Override
  public byte[] signal(SignalEvent event, int readers) {
    return SocketIoFrames.event(MAIN, writer.signal(event));
  }

  /** An acknowledgement, if one was asked for; hello lets the client in, and is an event. */
  @Override
  public byte[] reply(RequestId id, Reply reply) {
    if (id.equals(CONNECT)) {
      return join(
          SocketIoFrames.connected(MAIN, newName()),
          SocketIoFrames.event(MAIN, writer.named(HELLO, reply)));
    }
    return id.equals(RequestId.NONE)
        ? NOTHING
        : SocketIoFrames.acknowledgement(MAIN, id.json(), writer.ok(reply));
  }

  private String newName() {
    byte[] bits = new byte[NAME_BYTES];
    random.nextBytes(bits);
    return Base64.getUrlEncoder().encodeToString(bits);
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /**
   * An acknowledgement; an event of its own if none was asked for. A client that may be let in
   * later is told nothing: once it is told, it does not come back by itself.
   */
  @Override
  public byte[] error(RequestId id, Refusal refusal) {
    if (id.equals(CONNECT)) {
      boolean later = refusal.retry() || refusal.code() == ErrorCode.INTERNAL;
      return later ? NOTHING : SocketIoFrames.refused(MAIN, writer.notLetIn(refusal));
    }
    return id.equals(RequestId.NONE)
        ? SocketIoFrames.event(MAIN, writer.named(REFUSED, refusal))
        : SocketIoFrames.acknowledgement(MAIN, id.json(), writer.error(refusal));
  }

  /** Says why the conversation ends. */
  byte[] closing(CloseCode code) {
    return SocketIoFrames.event(MAIN, writer.named(CLOSING, code));
  }
}
