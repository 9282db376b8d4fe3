package im.parley.store.sql;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.RefusedException;

/** What callers are told when the store cannot do what they ask. */
public final class Failures {

  private static final int OVERLOADED_RETRY_MS = 200;
  private static final int UNAVAILABLE_RETRY_MS = 2_000;

  private Failures() {}

  /** Too much is waiting already. */
  public static RefusedException overloaded() {
    return RefusedException.later(
        ErrorCode.OVERLOADED, "The server is busy: come back shortly", OVERLOADED_RETRY_MS);
  }

  /** Nothing can be written now, and nothing was. */
  public static RefusedException unavailable() {
    return RefusedException.later(
        ErrorCode.UNAVAILABLE, "The server cannot store anything now", UNAVAILABLE_RETRY_MS);
  }
}
