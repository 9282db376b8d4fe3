package im.parley.core.push;

import im.parley.core.log.CommitListener;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The messages that somebody may have to be notified of. It costs a commit one look while no
 * browser is pushed to. When it is full, the oldest message is not pushed.
 */
public final class PostedQueue implements CommitListener {

  private final PushConfig config;
  private final AtomicReference<Demand> demand = new AtomicReference<>(Demand.UNKNOWN);
  private final ArrayDeque<Posted> waiting = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long dropped;
  private boolean closed;

  public PostedQueue(PushConfig config) {
    this.config = config;
  }

  /** A message, and when it is due, by {@link System#nanoTime}. */
  record Posted(RoomId room, long seq, long due) {}

  private enum Demand {
    UNKNOWN,
    NONE,
    SOME
  }

  @Override
  public void committed(List<DurableEvent> events) {
    if (demand.get() != Demand.NONE) {
      offer(events);
    }
  }

  private void offer(List<DurableEvent> events) {
    long due = System.nanoTime() + config.grace().toNanos();
    lock.lock();
    try {
      for (DurableEvent event : events) {
        if (event.data() instanceof Fact.MessagePosted) {
          add(new Posted(event.room(), event.seq(), due));
        }
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void add(Posted posted) {
    if (waiting.size() == config.queue()) {
      waiting.remove();
      dropped++;
    }
    waiting.add(posted);
  }

  /** There is no browser yet; a browser that came meanwhile counts. */
  void nobodyYet() {
    demand.compareAndSet(Demand.UNKNOWN, Demand.NONE);
  }

  /** From now on there is a browser. */
  void somebody() {
    demand.set(Demand.SOME);
  }

  /** The next message that is due; waits for it. Empty once this is closed. */
  Optional<Posted> take() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        Posted next = waiting.peek();
        long left = next == null ? Long.MAX_VALUE : next.due() - System.nanoTime();
        if (next != null && left <= 0) {
          return Optional.of(waiting.remove());
        }
        var _ = changed.awaitNanos(left);
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** How many messages were not pushed because too many waited. */
  long dropped() {
    lock.lock();
    try {
      return dropped;
    } finally {
      lock.unlock();
    }
  }

  /** Gives nothing any more. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
