package im.parley.edge.websocket;

/** What a peer sent, as far as it is whole. */
sealed interface Incoming {

  /** A text message: valid UTF-8, within the limit. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Text(byte[] utf8) implements Incoming {}

  /** A binary message, within the limit. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Binary(byte[] content) implements Incoming {}

  /**
   * A text message that is compressed: {@link MessageInflater} says what is in it.
   *
   * @param content what arrived, within the limit as it is
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Compressed(byte[] content) implements Incoming {}

  /** A question for a sign of life; the same bytes are the answer. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Ping(byte[] payload) implements Incoming {}

  /** A sign of life. */
  record Pong() implements Incoming {}

  /**
   * The peer is done. Nothing follows.
   *
   * @param status the code that it gave, or {@link #NO_STATUS}
   */
  record Close(int status) implements Incoming {
    /** The close frame was empty (RFC 6455, section 7.1.5). */
    static final int NO_STATUS = 1005;
  }

  /** The peer broke a rule. Nothing after it is read. */
  record Broken(Violation violation) implements Incoming {}

  /** A rule that was broken, and the code to close with (RFC 6455, section 7.4.1). */
  enum Violation {
    /** A frame that the RFC does not allow. */
    FRAME(1002, "The frame is not valid"),
    /** A binary message. */
    NOT_TEXT(1003, "Send text frames"),
    /** Text that is not UTF-8. */
    NOT_UTF8(1007, "Text must be UTF-8"),
    /** What was marked as compressed is not. */
    NOT_DEFLATE(1007, "The message is not compressed as agreed"),
    /** More control frames than anyone needs. */
    FLOOD(1008, "Too many control frames"),
    /** Little that is made much of by inflating it, again and again. */
    BOMBS(1008, "Compressed messages grow too much"),
    /** A message over the limit, in bytes or in fragments. */
    TOO_LARGE(1009, "The message is too large");

    private final int status;
    private final String reason;

    Violation(int status, String reason) {
      this.status = status;
      this.reason = reason;
    }

    int status() {
      return status;
    }

    String reason() {
      return reason;
    }
  }
}
