package im.parley.protocol.error;

/**
 * Why a WebSocket was closed, and so what its client should do: 40xx reconnect with jitter and
 * resume, 41xx sign in again, 42xx do not come back unchanged; the rest is RFC 6455, section 7.4.1.
 */
public enum CloseCode {
  /** The peer closed, and so do we. */
  NORMAL(1000, "Closed"),
  /** A frame that RFC 6455 does not allow. */
  FRAME_ERROR(1002, "The frame is not valid"),
  /** A binary frame: commands are text. */
  NOT_TEXT(1003, "Send text frames"),
  /** Text that is not UTF-8. */
  NOT_UTF8(1007, "Text must be UTF-8"),
  /** A message over the inbound limit. */
  TOO_LARGE(1009, "The message is too large"),
  /** A fault of the server. */
  INTERNAL(1011, "The server had a fault"),
  /** The server is going away: reconnect with jitter and resume. */
  DRAINING(4001, "The server is restarting"),
  /** The client read too slowly: reconnect and resume. */
  SLOW_CONSUMER(4002, "Too far behind: reconnect and resume"),
  /** Nothing was heard for two heartbeats: reconnect and resume. */
  SILENT(4003, "Nothing heard for two heartbeats"),
  /** No hello in time, or one that was refused: sign in. */
  NO_HELLO(4101, "Say hello with a valid token first"),
  /** The session was revoked: sign in again. */
  SESSION_REVOKED(4102, "The session was ended"),
  /** The access token is past its time: refresh it and come back. */
  TOKEN_EXPIRED(4103, "The access token has expired"),
  /** What was sent is not the protocol. */
  PROTOCOL_ERROR(4201, "Not the protocol: see the documentation"),
  /** The client was told to slow down and did not. */
  ABUSE(4202, "Too many commands that were refused"),
  /** The client speaks a version that this server does not. */
  UNSUPPORTED_VERSION(4203, "This version is not supported");

  private final int code;
  private final String reason;

  CloseCode(int code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  /** The number in the close frame. */
  public int code() {
    return code;
  }

  /** The words in the close frame: at most 123 bytes of ASCII. */
  public String reason() {
    return reason;
  }
}
