package im.parley.core.fake;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it: the time of day, and nanoseconds. */
public final class MovableClock implements InstantSource, Ticker {

  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);

  /** Time passes. */
  public void advance(Duration time) {
    passed.accumulateAndGet(time, Duration::plus);
  }

  @Override
  public Instant instant() {
    return START.plus(passed.get());
  }

  @Override
  public long read() {
    return passed.get().toNanos();
  }
}
