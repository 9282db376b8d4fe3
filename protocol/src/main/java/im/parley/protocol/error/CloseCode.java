package im.parley.protocol.error;

/**
 * Why a WebSocket was closed. 40xx: reconnect and resume; 41xx: sign in again; 42xx: do not come
 * back unchanged; the rest is RFC 6455, section 7.4.1.
 */
public enum CloseCode {
  /** The peer closed, and so do we. */
  NORMAL(1000, "Closed", Remedy.NONE),
  /** A frame that RFC 6455 does not allow. */
  FRAME_ERROR(1002, "The frame is not valid", Remedy.REPAIR),
  /** A binary frame: commands are text. */
  NOT_TEXT(1003, "Send text frames", Remedy.REPAIR),
  /** Text that is not UTF-8. */
  NOT_UTF8(1007, "Text must be UTF-8", Remedy.REPAIR),
  /** A message over the inbound limit. */
  TOO_LARGE(1009, "The message is too large", Remedy.REPAIR),
  /** A fault of the server. */
  INTERNAL(1011, "The server had a fault", Remedy.RESUME),
  /** The server is going away. */
  DRAINING(4001, "The server is restarting", Remedy.RESUME),
  /** The client read too slowly. */
  SLOW_CONSUMER(4002, "Too far behind: reconnect and resume", Remedy.RESUME),
  /** Nothing was heard for two heartbeats. */
  SILENT(4003, "Nothing heard for two heartbeats", Remedy.RESUME),
  /** No hello in time, or one that was refused. */
  NO_HELLO(4101, "Say hello with a valid token first", Remedy.SIGN_IN),
  /** The session was revoked. */
  SESSION_REVOKED(4102, "The session was ended", Remedy.SIGN_IN),
  /** The access token is past its time. */
  TOKEN_EXPIRED(4103, "The access token has expired", Remedy.REFRESH),
  /** What was sent is not the protocol. */
  PROTOCOL_ERROR(4201, "Not the protocol: see the documentation", Remedy.REPAIR),
  /** The client was told to slow down and did not. */
  ABUSE(4202, "Too many commands that were refused", Remedy.REPAIR),
  /** The client speaks a version that this server does not. */
  UNSUPPORTED_VERSION(4203, "This version is not supported", Remedy.REPAIR);

  /** What a client should do when its connection was closed. */
  public enum Remedy {
    /** Nothing: it was asked for. */
    NONE,
    /** Reconnect with jitter and resume. */
    RESUME,
    /** Refresh the access token, then reconnect and resume. */
    REFRESH,
    /** Sign in again. */
    SIGN_IN,
    /** Do not come back unchanged: the client has a fault. */
    REPAIR
  }

  private final int code;
  private final String reason;
  private final Remedy remedy;

  CloseCode(int code, String reason, Remedy remedy) {
    this.code = code;
    this.reason = reason;
    this.remedy = remedy;
  }

  /** The number in the close frame. */
  public int code() {
    return code;
  }

  /** The words in the close frame: at most 123 bytes of ASCII. */
  public String reason() {
    return reason;
  }

  /** What the client should do. */
  public Remedy remedy() {
    return remedy;
  }
}
