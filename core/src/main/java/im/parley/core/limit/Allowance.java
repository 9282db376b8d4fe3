package im.parley.core.limit;

import java.util.concurrent.TimeUnit;

/**
 * How often something may happen.
 *
 * @param burst how often at once, after a rest
 * @param perSecond how often on and on; may be below 1
 */
public record Allowance(int burst, double perSecond) {

  public Allowance {
    if (burst < 1 || !(perSecond > 0 && perSecond <= 1_000_000)) {
      throw new IllegalArgumentException("Needs burst >= 1 and 0 < perSecond <= 1000000");
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
