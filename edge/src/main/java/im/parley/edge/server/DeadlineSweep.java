package im.parley.edge.server;

import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Ends waits that have lasted too long, for all connections of one event loop: one timer a loop,
 * not one a socket, and none while nobody waits. Used on that event loop only.
 */
public final class DeadlineSweep {

  /** How often deadlines are looked at, and so how late one may be noticed. */
  static final long TICK_MILLIS = 250;

  private final EventExecutor eventLoop;
  private final Set<Waiting> waiting = new HashSet<>();
  private boolean scheduled;

  DeadlineSweep(EventExecutor eventLoop) {
    this.eventLoop = eventLoop;
  }

  /** Watches until {@link #forget} or until the deadline has passed. Twice is once. */
  public void watch(Waiting one) {
    waiting.add(one);
    schedule();
  }

  /** Watches no longer. */
  public void forget(Waiting one) {
    waiting.remove(one);
  }

  private void schedule() {
    if (!scheduled && !waiting.isEmpty()) {
      scheduled = true;
      var _ = eventLoop.schedule(this::sweep, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void sweep() {
    scheduled = false;
    long now = System.nanoTime();
    List<Waiting> late = new ArrayList<>();
    for (Waiting one : waiting) {
      if (now - one.deadlineNanos() >= 0) {
        late.add(one);
      }
    }
    late.forEach(waiting::remove);
    late.forEach(Waiting::expired);
    schedule();
  }

  /** Something that must not wait for ever. */
  public interface Waiting {

    /** When it has waited too long, by {@link System#nanoTime}. May change while it waits. */
    long deadlineNanos();

    /** It has waited too long, and is watched no longer. */
    void expired();
  }
}
