package im.parley.store.sql;

import im.parley.core.log.CommitListener;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of each batch in commit order, first the listener and then those who wait, on a thread of
 * its own: the next commit does not wait for the fan-out. When it falls behind by {@value
 * #MAX_BEHIND} batches, the writer waits for it.
 */
public final class Completions implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Completions.class);
  private static final int MAX_BEHIND = 64;
  private static final SettledBatch LAST = new SettledBatch(List.of(), List.of());

  private final BlockingQueue<SettledBatch> settled = new ArrayBlockingQueue<>(MAX_BEHIND);
  private final CommitListener listener;
  private final Thread thread;

  public Completions(CommitListener listener) {
    this.listener = listener;
    this.thread =
        Thread.ofPlatform().daemon().name("parley-store-completions").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Takes over a batch. Waits when too many are there. */
  void hand(SettledBatch batch) {
    Uninterruptible.put(settled, batch);
  }

  /** Tells of everything handed over, then ends. */
  @Override
  public void close() {
    hand(LAST);
    Uninterruptible.join(thread);
  }

  private void run() {
    for (SettledBatch batch = next(); !batch.equals(LAST); batch = next()) {
      announce(batch);
      batch.units().forEach(Unit::complete);
    }
  }

  private SettledBatch next() {
    return Uninterruptible.take(settled);
  }

  /** What is committed stays committed, whatever its announcement comes to. */
  private void announce(SettledBatch batch) {
    if (batch.events().isEmpty()) {
      return;
    }
    try {
      listener.committed(batch.events());
    } catch (RuntimeException e) {
      LOG.error("A commit of {} events could not be announced", batch.events().size(), e);
    }
  }
}
