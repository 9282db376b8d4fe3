package im.parley.bench.load;

import java.util.Arrays;

/** How long things took. Keeps the first {@value #MAX} and forgets the rest. */
public final class Latencies {

  private static final int MAX = 4_000_000;

  private long[] nanos = new long[1024];
  private int count;

  /** Adds one, in nanoseconds. */
  public void add(long one) {
    if (count == MAX) {
      return;
    }
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, Math.min(MAX, count * 2));
    }
    nanos[count++] = one;
  }

  /**
   * The time that this share of them did not exceed, in milliseconds; 0 when there are none.
   *
   * @param share for example 0.99
   */
  public double millis(double share) {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[Math.min(count - 1, (int) (count * share))] / 1e6;
  }
}
