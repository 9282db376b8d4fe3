package im.parley.store.sqlite;

import im.parley.store.StoreException;
import im.parley.store.sql.Await;
import im.parley.store.sql.Failures;
import im.parley.store.sql.Readers;
import im.parley.store.sql.Uninterruptible;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads, on a few threads with a connection each. At most {@value #MAX_WAITING} reads wait; more
 * are refused as overloaded.
 */
final class ReaderPool implements Readers, AutoCloseable {

  private static final int MAX_WAITING = 1_024;
  private static final Reading<?> LAST = new Reading<@Nullable Void>(connection -> null);

  private final BlockingQueue<Reading<?>> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  /** Starts a thread for each connection; the threads close them. */
  ReaderPool(List<DatabaseConnection> connections, MeterRegistry meters) {
    Gauge.builder("parley.store.reader.queue", waiting, BlockingQueue::size)
        .description("Reads that wait for a reader, at most " + MAX_WAITING)
        .register(meters);
    for (DatabaseConnection connection : connections) {
      threads.add(
          Thread.ofPlatform()
              .daemon()
              .name("parley-store-reader-", threads.size() + 1L)
              .start(() -> run(connection)));
    }
  }

  @Override
  public <R extends @Nullable Object> R read(Read<R> read) {
    Reading<R> reading = new Reading<>(read);
    if (closed) {
      throw Failures.unavailable();
    }
    if (!waiting.offer(reading)) {
      throw Failures.overloaded();
    }
    // A close that came in between has either taken it along or left it here.
    if (closed && waiting.remove(reading)) {
      throw Failures.unavailable();
    }
    return Await.result(reading.future);
  }

  /** How many reads wait. */
  int waiting() {
    return waiting.size();
  }

  /** Finishes what is waiting, then ends. */
  @Override
  public void close() {
    closed = true;
    threads.forEach(thread -> Uninterruptible.put(waiting, LAST));
    threads.forEach(Uninterruptible::join);
    for (Reading<?> late = waiting.poll(); late != null; late = waiting.poll()) {
      late.future.completeExceptionally(Failures.unavailable());
    }
  }

  private void run(DatabaseConnection connection) {
    try (connection) {
      for (Reading<?> next = next(); next != LAST; next = next()) {
        next.answer(connection);
      }
    } catch (SQLException e) {
      throw new StoreException("A reader could not be closed", e);
    }
  }

  private Reading<?> next() {
    return Uninterruptible.take(waiting);
  }

  private static final class Reading<R extends @Nullable Object> {

    private final Read<R> read;
    private final CompletableFuture<R> future = new CompletableFuture<>();

    Reading(Read<R> read) {
      this.read = read;
    }

    void answer(DatabaseConnection connection) {
      try {
        future.complete(inTransaction(connection));
      } catch (SQLException e) {
        future.completeExceptionally(new StoreException("The store could not be read", e));
      } catch (RuntimeException | Error e) {
        future.completeExceptionally(e);
      }
    }

    private R inTransaction(DatabaseConnection connection) throws SQLException {
      try {
        connection.query("BEGIN").run();
        R answer = read.from(connection);
        connection.query("COMMIT").run();
        return answer;
      } catch (SQLException | RuntimeException | Error e) {
        connection.rollback();
        throw e;
      }
    }
  }
}
