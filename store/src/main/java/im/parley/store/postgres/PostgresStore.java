package im.parley.store.postgres;

import im.parley.core.log.CommitListener;
import im.parley.store.StoreException;
import im.parley.store.sql.SqlStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.InstantSource;

/** Everything that is kept, in a database of PostgreSQL. */
public final class PostgresStore {

  private PostgresStore() {}

  /**
   * Opens the store in this database, and brings its tables up to date.
   *
   * @param listener hears of every commit of this server, from now on
   * @throws StoreException if it cannot be used, or a newer version wrote it; the message says
   *     which, and what to do
   */
  public static SqlStore open(
      Database database, Sharing sharing, CommitListener listener, MeterRegistry meters) {
    return open(database, sharing, listener, meters, InstantSource.system());
  }

  /** Opens the store with this clock. */
  static SqlStore open(
      Database database,
      Sharing sharing,
      CommitListener listener,
      MeterRegistry meters,
      InstantSource clock) {
    try {
      return new SqlStore(new PostgresEngine(database, sharing, listener, meters, clock), clock);
    } catch (SQLException e) {
      throw new StoreException(
          "The database " + database + " cannot be opened: " + e.getMessage(), e);
    }
  }
}
