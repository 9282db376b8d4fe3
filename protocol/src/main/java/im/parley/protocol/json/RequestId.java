package im.parley.protocol.json;

/**
 * What a client calls one of its commands on a connection; the reply repeats it.
 *
 * @param json the number or string as it came, at most 64 characters of JSON; empty when there was
 *     none
 */
public record RequestId(String json) {

  static final int MAX_LENGTH = 64;

  /** The client named none; the reply names none. */
  public static final RequestId NONE = new RequestId("");
}
