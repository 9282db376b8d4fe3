package im.parley.core.outgoing;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and after how long something is tried again.
 *
 * @param tries how often in all
 * @param first how long after the first try; four times as long after each next
 * @param longest how long at most
 */
public record Patience(int tries, Duration first, Duration longest) {

  private static final int FACTOR = 4;

  /** Eight tries within at most an hour and a half. */
  public static Patience usual() {
    return new Patience(8, Duration.ofSeconds(1), Duration.ofHours(1));
  }

  /** How long to wait after so many tries: half of it is left to chance. */
  Duration after(int tried) {
    Duration full = first;
    for (int i = 1; i < tried && full.compareTo(longest) < 0; i++) {
      full = full.multipliedBy(FACTOR);
    }
    long half = (full.compareTo(longest) < 0 ? full : longest).toMillis() / 2;
    return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1));
  }
}
