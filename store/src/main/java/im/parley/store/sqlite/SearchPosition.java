package im.parley.store.sqlite;

import java.time.Instant;

/**
 * Where a message lies in the search index: its time in milliseconds, then which of that
 * millisecond it is. Newest first across all rooms is then the index read backwards, and a span of
 * time is a range of it.
 */
final class SearchPosition {

  private static final int COUNT_BITS = 21;
  private static final long MAX_MILLIS = Long.MAX_VALUE >> COUNT_BITS;

  private SearchPosition() {}

  /** The first position of a moment. A time out of the range of positions is its nearest end. */
  static long first(Instant at) {
    long millis =
        at.getEpochSecond() > MAX_MILLIS / 1000
            ? MAX_MILLIS
            : at.getEpochSecond() < 0 ? 0 : at.toEpochMilli();
    return first(millis);
  }

  /** The first position of a millisecond since 1970. */
  static long first(long millis) {
    return Math.clamp(millis, 0, MAX_MILLIS) << COUNT_BITS;
  }

  /** The last position of a millisecond since 1970. */
  static long last(long millis) {
    return first(millis) | ((1L << COUNT_BITS) - 1);
  }
}
