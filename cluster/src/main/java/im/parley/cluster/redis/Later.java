package im.parley.cluster.redis;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs things on threads of their own, where they may wait: at once, later, or regularly. */
final class Later implements AutoCloseable {

  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("parley-cluster-clock").factory());

  /** Runs it at once. */
  void now(Runnable action) {
    Thread.ofVirtual().name("cluster").start(action);
  }

  /** Runs it after this time; never, once this is closed. */
  void after(Duration delay, Runnable action) {
    try {
      var _ = clock.schedule(() -> now(action), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The node ends.
    }
  }

  /** Runs it on the clock's own thread, each time that this time has passed. It may not wait. */
  void every(Duration period, Runnable action) {
    var _ =
        clock.scheduleAtFixedRate(
            action, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
