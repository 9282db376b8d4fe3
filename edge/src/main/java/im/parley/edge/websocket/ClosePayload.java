package im.parley.edge.websocket;

import im.parley.edge.websocket.Incoming.Violation;

/** The content of a close frame (RFC 6455, sections 5.5.1 and 7.4). */
final class ClosePayload {

  private ClosePayload() {}

  /** Reads what a peer sent: {@link Incoming.Close}, or the rule that it breaks. */
  static Incoming read(byte[] payload) {
    if (payload.length == 0) {
      return new Incoming.Close(Incoming.Close.NO_STATUS);
    }
    if (payload.length == 1) {
      return new Incoming.Broken(Violation.FRAME);
    }
    int status = (payload[0] & 0xff) << 8 | (payload[1] & 0xff);
    if (!mayBeSent(status)) {
      return new Incoming.Broken(Violation.FRAME);
    }
    boolean text = Utf8.check(Utf8.COMPLETE, payload, 2, payload.length) == Utf8.COMPLETE;
    return text ? new Incoming.Close(status) : new Incoming.Broken(Violation.NOT_UTF8);
  }

  /** The RFC's own codes, those registered since, and those of libraries and applications. */
  static boolean mayBeSent(int status) {
    return (status >= 1000 && status <= 1003)
        || (status >= 1007 && status <= 1014)
        || (status >= 3000 && status <= 4999);
  }
}
