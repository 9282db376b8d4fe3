package im.parley.core.limit;

import java.util.concurrent.TimeUnit;

/**
 * How often something may happen.
 *
 * @param burst how often at once, after a rest; at most 100,000
 * @param perSecond how often on and on: from once a day to a million
 */
public record Allowance(int burst, double perSecond) {

  private static final double ONCE_A_DAY = 1.0 / TimeUnit.DAYS.toSeconds(1);

  public Allowance {
    boolean burstFits = burst >= 1 && burst <= 100_000;
    boolean paceFits = perSecond >= ONCE_A_DAY && perSecond <= 1_000_000;
    if (!burstFits || !paceFits) {
      throw new IllegalArgumentException(
          "Needs a burst of 1 to 100000, and a pace from once a day to 1000000 a second");
    }
  }

  /** How long one more costs. */
  long nanosEach() {
    return (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
  }

  /** As people read it, for example {@code 60 at once, then 20 a second}. */
  String inWords() {
    String pace =
        perSecond >= 1
            ? "%.0f a second".formatted(perSecond)
            : "one every %.0f s".formatted(1 / perSecond);
    return burst + " at once, then " + pace;
  }
}
