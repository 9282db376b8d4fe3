package im.parley.core.fake;

import com.github.benmanes.caffeine.cache.Ticker;
import im.parley.core.presence.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until a test moves it: the time of day, nanoseconds, and what is to be
 * done later.
 */
public final class MovableClock implements InstantSource, Ticker, Timers {

  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparing(Timer::at));
  private Duration passed = Duration.ZERO;

  private record Timer(Duration at, Runnable action) {}

  /** Time passes; what was to be done meanwhile is done, each at its time. */
  public void advance(Duration time) {
    Duration end = passed().plus(time);
    for (Timer timer = next(end); timer != null; timer = next(end)) {
      timer.action().run();
    }
    moveTo(end);
  }

  private synchronized @Nullable Timer next(Duration end) {
    Timer timer = timers.peek();
    if (timer == null || timer.at().compareTo(end) > 0) {
      return null;
    }
    passed = timer.at();
    return timers.poll();
  }

  private synchronized void moveTo(Duration end) {
    passed = end;
  }

  private synchronized Duration passed() {
    return passed;
  }

  @Override
  public synchronized void after(Duration delay, Runnable action) {
    timers.add(new Timer(passed.plus(delay), action));
  }

  /** How many timers are set. */
  public synchronized int timers() {
    return timers.size();
  }

  @Override
  public Instant instant() {
    return START.plus(passed());
  }

  @Override
  public long read() {
    return passed().toNanos();
  }
}
