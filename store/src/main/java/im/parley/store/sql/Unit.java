package im.parley.store.sql;

import im.parley.protocol.error.RefusedException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A piece of work with its outcome: first known to the writer, then told to whoever waits. */
final class Unit<R extends @Nullable Object> {

  private final Work<R> work;
  private final CompletableFuture<R> future = new CompletableFuture<>();

  private @Nullable R result;
  private @Nullable RuntimeException failure;

  Unit(Work<R> work) {
    this.work = work;
  }

  CompletableFuture<R> future() {
    return future;
  }

  /** What the work looks up first, or null. */
  @Nullable LookUp lookUp() {
    return work.lookUp();
  }

  /** Does the work and keeps its result, or its refusal. */
  void run(WriteTransaction transaction) throws SQLException {
    result = null;
    failure = null;
    try {
      result = work.run(transaction);
    } catch (RefusedException refused) {
      failure = refused;
    }
  }

  /** Makes this the outcome, whatever the work came to. */
  void fail(RuntimeException reason) {
    failure = reason;
  }

  /** Tells the outcome. */
  @SuppressWarnings("NullAway") // without a failure, the result is what the work returned
  void complete() {
    if (failure != null) {
      future.completeExceptionally(failure);
    } else {
      future.complete(result);
    }
  }
}
