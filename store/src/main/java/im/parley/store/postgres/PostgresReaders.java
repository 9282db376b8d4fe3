package im.parley.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import im.parley.store.StoreException;
import im.parley.store.sql.Failures;
import im.parley.store.sql.Readers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Reads on a pool of connections, on the caller's own thread, which is a virtual one. At most
 * {@value #MAX_WAITING} reads wait for a connection; more are refused as overloaded.
 */
final class PostgresReaders implements Readers, AutoCloseable {

  private static final int CONNECTIONS = 10;
  private static final int MAX_WAITING = 1_024;

  /** After so long without a connection a read is refused. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Semaphore places = new Semaphore(CONNECTIONS + MAX_WAITING);
  private final Database database;
  private final HikariDataSource pool;

  PostgresReaders(Database database, MeterRegistry meters) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("parley-store-reader");
    config.setDataSource(database.source());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setAutoCommit(false);
    config.setReadOnly(true);
    config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    this.database = database;
    this.pool = new HikariDataSource(config);
    Gauge.builder("parley.store.reader.queue", this, PostgresReaders::waiting)
        .description("Reads that wait for a reader, at most " + MAX_WAITING)
        .register(meters);
  }

  private double waiting() {
    return pool.isClosed() ? 0 : pool.getHikariPoolMXBean().getThreadsAwaitingConnection();
  }

  @Override
  public <R extends @Nullable Object> R read(Read<R> read) {
    if (!places.tryAcquire()) {
      throw Failures.overloaded();
    }
    try {
      return inTransaction(read);
    } catch (SQLTransientConnectionException e) {
      throw Failures.unavailable();
    } catch (SQLException e) {
      throw PostgresFaults.isOfTheConnection(e)
          ? Failures.unavailable()
          : new StoreException("The store could not be read", e);
    } finally {
      places.release();
    }
  }

  private <R extends @Nullable Object> R inTransaction(Read<R> read) throws SQLException {
    try (PostgresConnection connection = database.use(pool.getConnection())) {
      R answer = read.from(connection);
      connection.commit();
      return answer;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
