package im.parley.edge.session;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The seam from the event loop to virtual threads: a session's commands, in order, one at a time,
 * at most {@value #MAX_IN_FLIGHT} unanswered. While there is nothing to do it holds no thread and
 * no queue. Safe to share.
 */
final class SessionInbox {

  static final int MAX_IN_FLIGHT = 32;

  /** What a command is answered with when the inbox is full. */
  static final Refusal FULL =
      Refusal.later(
          ErrorCode.OVERLOADED,
          "At most " + MAX_IN_FLIGHT + " commands may be unanswered: wait for their replies",
          100);

  private int inFlight;
  private boolean draining;
  private @Nullable ArrayDeque<Runnable> waiting;

  /**
   * Adds work that ends with {@link #answered}; begins it when all before it has returned.
   *
   * @return false when too much is unanswered already; nothing is kept then
   */
  synchronized boolean offer(Runnable work) {
    if (inFlight == MAX_IN_FLIGHT) {
      return false;
    }
    inFlight++;
    if (waiting == null) {
      waiting = new ArrayDeque<>(4);
    }
    waiting.add(work);
    if (!draining) {
      draining = true;
      Thread.ofVirtual().name("session").start(this::drain);
    }
    return true;
  }

  /** One of the commands has been answered. */
  synchronized void answered() {
    inFlight--;
  }

  private void drain() {
    for (Runnable work = next(); work != null; work = next()) {
      work.run();
    }
  }

  private synchronized @Nullable Runnable next() {
    Runnable work = waiting == null ? null : waiting.poll();
    if (work == null) {
      waiting = null;
      draining = false;
    }
    return work;
  }
}
