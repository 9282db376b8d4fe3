package im.parley.core.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.RefusedException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A token bucket for each key. A bucket is one number, the time at which it is full again (the
 * generic cell rate algorithm, ITU-T I.371); a full one is forgotten. Beyond {@value #MAX_KEYS}
 * keys the least used are forgotten too, in their favour.
 */
final class TokenBuckets<K> {

  private static final long MAX_KEYS = 100_000;

  private final Allowance allowance;
  private final long nanosEach;
  private final long nanosFull;
  private final Ticker ticker;
  private final Cache<K, AtomicLong> fullAgainAt;

  TokenBuckets(Allowance allowance, Ticker ticker) {
    this.allowance = allowance;
    this.nanosEach = allowance.nanosEach();
    this.nanosFull = nanosEach * allowance.burst();
    this.ticker = ticker;
    this.fullAgainAt =
        Caffeine.newBuilder()
            .ticker(ticker)
            .expireAfterAccess(nanosFull, TimeUnit.NANOSECONDS)
            .maximumSize(MAX_KEYS)
            .build();
  }

  /**
   * Takes a token.
   *
   * @throws RefusedException {@code rate_limited} when there is none, with the time until there is
   */
  void take(K key) {
    long now = ticker.read();
    AtomicLong bucket = fullAgainAt.get(key, _ -> new AtomicLong(now));
    while (true) {
      long seen = bucket.get();
      // Nano times are compared by their difference: they may overflow.
      long after = (seen - now > 0 ? seen : now) + nanosEach;
      long missing = after - now - nanosFull;
      if (missing > 0) {
        throw slowDown(missing);
      }
      if (bucket.compareAndSet(seen, after)) {
        return;
      }
    }
  }

  /** Fills a bucket. */
  void forgive(K key) {
    fullAgainAt.invalidate(key);
  }

  private RefusedException slowDown(long nanos) {
    return RefusedException.later(
        ErrorCode.RATE_LIMITED,
        "Slow down: " + allowance.inWords(),
        TimeUnit.NANOSECONDS.toMillis(nanos) + 1);
  }
}
