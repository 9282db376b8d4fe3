package im.parley.store.sql;

import im.parley.core.log.CommitListener;
import im.parley.protocol.event.DurableEvent;
import im.parley.store.StoreException;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only one who writes. It takes what is waiting, does all of it in one transaction and commits:
 * while the disk is busy with one batch the next one grows, and when nothing waits nothing is
 * delayed. At most {@value #MAX_WAITING} pieces of work wait; more are refused as overloaded.
 *
 * <p>A refusal fails alone. A failure rolls the batch back, and its pieces run again one by one, so
 * that only the guilty one fails. A failed commit fails everything in it.
 */
public final class GroupCommitWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommitWriter.class);
  private static final int MAX_WAITING = 1_024;
  private static final int MAX_BATCH = 512;
  private static final int MAX_TRIES = 5;
  private static final Unit<?> LAST = new Unit<@Nullable Void>(transaction -> null);

  private final BlockingQueue<Unit<?>> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final WriteTransaction transaction;
  private final Faults faults;
  private final CommitListener followers;
  private final Completions completions;
  private final Timer commits;
  private final DistributionSummary batchSizes;
  private final Thread thread;
  private final CommitHealth health = new CommitHealth(this);

  private volatile boolean closed;

  /**
   * A writer that has not started.
   *
   * @param faults what failures of the transaction mean
   * @param followers hear of each commit before anyone else does
   */
  public GroupCommitWriter(
      WriteTransaction transaction,
      Faults faults,
      CommitListener followers,
      Completions completions,
      MeterRegistry meters) {
    this.transaction = transaction;
    this.faults = faults;
    this.followers = followers;
    this.completions = completions;
    this.commits =
        Timer.builder("parley.store.commit")
            .description("How long a batch's transaction takes, until it is on disk")
            .publishPercentileHistogram()
            .register(meters);
    this.batchSizes =
        DistributionSummary.builder("parley.store.batch")
            .description("How many changes share a commit")
            .register(meters);
    Gauge.builder("parley.store.writer.queue", waiting, BlockingQueue::size)
        .description("Changes that wait for the writer, at most " + MAX_WAITING)
        .register(meters);
    this.thread = Thread.ofPlatform().daemon().name("parley-store-writer").unstarted(this::run);
  }

  public void start() {
    completions.start();
    thread.start();
  }

  /** Has the work done. Never blocks; the future fails at once when too much is waiting. */
  public <R extends @Nullable Object> CompletableFuture<R> submit(Work<R> work) {
    Unit<R> unit = new Unit<>(work);
    if (closed) {
      return CompletableFuture.failedFuture(Failures.unavailable());
    }
    if (!waiting.offer(unit)) {
      return CompletableFuture.failedFuture(Failures.overloaded());
    }
    // A close that came in between has either taken it along or left it here.
    if (closed && waiting.remove(unit)) {
      return CompletableFuture.failedFuture(Failures.unavailable());
    }
    return unit.future();
  }

  /** Has the work done, and waits for it. */
  public <R extends @Nullable Object> R write(Work<R> work) {
    return Await.result(submit(work));
  }

  /** Work that answers nothing. */
  @FunctionalInterface
  public interface Task {
    void run(WriteTransaction transaction) throws SQLException;
  }

  /** Has the task done, and waits for it. */
  public void carryOut(Task task) {
    this.<@Nullable Void>write(transaction -> {
      task.run(transaction);
      return null;
    });
  }

  /**
   * Whether changes reach the disk. Asking also has one tried when the last one failed or was a
   * while ago, so that a later answer is of then.
   */
  public boolean healthy() {
    return health.isGood();
  }

  /** Finishes what is waiting, then ends. */
  @Override
  public void close() {
    closed = true;
    Uninterruptible.put(waiting, LAST);
    Uninterruptible.join(thread);
    for (Unit<?> late = waiting.poll(); late != null; late = waiting.poll()) {
      late.fail(Failures.unavailable());
      late.complete();
    }
    completions.close();
  }

  private void run() {
    boolean last = false;
    while (!last) {
      List<Unit<?>> batch = new ArrayList<>();
      batch.add(Uninterruptible.take(waiting));
      letOthersSubmit();
      waiting.drainTo(batch, MAX_BATCH - 1);
      last = batch.remove(LAST);
      if (health.hasFailed()) {
        transaction.makeRoom();
      }
      if (!batch.isEmpty()) {
        process(batch);
      }
    }
  }

  /**
   * Whoever is ready to run on this core goes first: several who were about to submit share a
   * commit then. When nobody is ready this returns at once.
   */
  @SuppressWarnings("ThreadPriorityCheck") // a hint, on which nothing depends
  private static void letOthersSubmit() {
    Thread.yield();
  }

  private void process(List<Unit<?>> batch) {
    for (int tries = 1; !attempt(batch, tries); tries++) {
      transaction.rollback();
    }
  }

  /** Does the batch; false if others were in the way, and it is to be done again. */
  private boolean attempt(List<Unit<?>> batch, int tries) {
    long start = System.nanoTime();
    try {
      transaction.begin();
    } catch (SQLException e) {
      fail(batch, beforeCommit(e), e);
      return true;
    }
    try {
      transaction.prepare(batch);
      for (Unit<?> unit : batch) {
        unit.run(transaction);
      }
      transaction.flush();
    } catch (SQLException | RuntimeException | Error e) {
      if (tries < MAX_TRIES && faults.isPassing(e)) {
        return false;
      }
      runApart(batch, e);
      return true;
    }
    commit(batch, start);
    return true;
  }

  private void commit(List<Unit<?>> batch, long start) {
    List<DurableEvent> events;
    boolean recovers;
    try {
      recovers = health.hasFailed() && transaction.hasWritten();
      events = transaction.commit();
    } catch (SQLException e) {
      fail(batch, ofCommit(e), e);
      return;
    }
    commits.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    batchSizes.record(batch.size());
    health.committed();
    if (recovers) {
      health.recovered();
      LOG.info("The database can be written again");
    }
    followers.committed(events);
    completions.hand(new SettledBatch(batch, events));
  }

  /** One of these cannot be done, and it is not known which. */
  private void runApart(List<Unit<?>> batch, Throwable failure) {
    if (batch.size() == 1) {
      Exception reason = failure instanceof Exception e ? e : new IllegalStateException(failure);
      fail(batch, beforeCommit(reason), reason);
      return;
    }
    transaction.rollback();
    for (Unit<?> unit : batch) {
      process(List.of(unit));
    }
  }

  /** What the caller hears of a failure before the commit: all was rolled back. */
  private RuntimeException beforeCommit(Exception failure) {
    return faults.isLasting(failure)
        ? Failures.unavailable()
        : new StoreException("The store failed, and nothing was changed", failure);
  }

  /** What the caller hears of a failed commit. */
  private RuntimeException ofCommit(SQLException failure) {
    return faults.leftNothing(failure)
        ? Failures.unavailable()
        : new StoreException("The commit failed: the same key finds out what happened", failure);
  }

  private void fail(List<Unit<?>> batch, RuntimeException outcome, Exception reason) {
    transaction.rollback();
    if (faults.isLasting(reason)) {
      if (!health.hasFailed()) {
        LOG.error("The database cannot be written: {}", reason.getMessage());
      }
      health.failed();
    }
    batch.forEach(unit -> unit.fail(outcome));
    completions.hand(new SettledBatch(batch, List.of()));
  }
}
