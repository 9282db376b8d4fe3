package im.parley.store.sql;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether changes reach the disk. The last commit says so; when it was a while ago, or failed,
 * whoever asks has another one tried, so that the answer is true of a server to which nobody
 * writes.
 */
final class CommitHealth {

  /** What was committed before says nothing of now. */
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** A writer that has not come to a small change for so long is stuck. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final GroupCommitWriter writer;
  private volatile boolean healthy = true;
  private volatile long committedAt = System.nanoTime();
  private volatile Probe probe = new Probe(committedAt, CompletableFuture.completedFuture(null));

  /** A change that was asked for to see whether it can be made. */
  private record Probe(long askedAt, CompletableFuture<?> answer) {}

  /** The health of a writer, taken for good until it has failed. */
  CommitHealth(GroupCommitWriter writer) {
    this.writer = writer;
  }

  /** Whether the last change reached the disk, and none that was asked for here is stuck. */
  boolean isGood() {
    long now = System.nanoTime();
    if (probe.answer().isDone()) {
      if (!healthy) {
        probe =
            new Probe(
                now,
                writer.submit(DiskProbe::fill).thenCompose(_ -> writer.submit(DiskProbe::empty)));
      } else if (now - committedAt > FRESH_NANOS) {
        probe = new Probe(now, writer.<@Nullable Void>submit(DiskProbe::begin));
      }
      return healthy;
    }
    return healthy && now - probe.askedAt() < PATIENCE_NANOS;
  }

  /** Whether the last one that was tried failed. */
  boolean hasFailed() {
    return !healthy;
  }

  /** A commit is on the disk. */
  void committed() {
    committedAt = System.nanoTime();
  }

  /** The disk, or the database, takes writes again. */
  void recovered() {
    healthy = true;
  }

  /** It does not take writes. */
  void failed() {
    healthy = false;
  }
}
