package im.parley.core.presence;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Timers on one thread of their own. What is left when they close is never done. */
public final class ThreadTimers implements Timers, AutoCloseable {

  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("parley-timers").factory());

  @Override
  public void after(Duration delay, Runnable action) {
    try {
      var _ = thread.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // Closed: nothing is done any more.
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
