package im.parley.core.schedule;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether what could not be sent is tried again, and when. */
final class Retry {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** After so many doublings the wait is the longest. */
  private static final int DOUBLINGS = 9;

  /** A fault that comes so often does not pass by itself: about ten minutes. */
  private static final int MAX_FAULTS = 10;

  private Retry() {}

  /**
   * How long to wait: twice as long after each try, and no less than the refusal asks for. A
   * refusal that passes is waited out for ever.
   *
   * @param tries how often it was tried before
   * @return null if trying again changes nothing
   */
  static @Nullable Duration after(Refusal refusal, int tries) {
    boolean passes =
        refusal.retry() || (refusal.code() == ErrorCode.INTERNAL && tries + 1 < MAX_FAULTS);
    if (!passes) {
      return null;
    }
    Duration backoff = FIRST.multipliedBy(1L << Math.min(tries, DOUBLINGS));
    Duration wait = backoff.compareTo(LONGEST) < 0 ? backoff : LONGEST;
    Duration asked = Duration.ofMillis(refusal.retryAfterMs() == null ? 0 : refusal.retryAfterMs());
    return asked.compareTo(wait) > 0 ? asked : wait;
  }
}
