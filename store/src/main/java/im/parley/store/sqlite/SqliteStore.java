package im.parley.store.sqlite;

import im.parley.core.log.CommitListener;
import im.parley.store.StoreException;
import im.parley.store.sql.SqlStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;

/** Everything that is kept, in one directory. One process at a time opens it. */
public final class SqliteStore {

  private SqliteStore() {}

  /**
   * Opens the store in this directory, which is made if need be, and brings its tables up to date.
   *
   * @param listener hears of every commit, from now on
   * @throws StoreException if another server uses the directory, a newer version wrote it, or it
   *     cannot be used; the message says which, and what to do
   */
  public static SqlStore open(Path directory, CommitListener listener, MeterRegistry meters) {
    return open(directory, listener, meters, InstantSource.system());
  }

  /** Opens the store with this clock. */
  static SqlStore open(
      Path path, CommitListener listener, MeterRegistry meters, InstantSource clock) {
    DataDirectory directory = DataDirectory.take(path);
    try {
      return open(directory, listener, meters, clock);
    } catch (SQLException e) {
      directory.close();
      throw new StoreException("The database in " + path + " cannot be opened: " + e, e);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static SqlStore open(
      DataDirectory directory, CommitListener listener, MeterRegistry meters, InstantSource clock)
      throws SQLException {
    DatabaseConnection connection = DatabaseConnection.writer(directory.database());
    try {
      return new SqlStore(new SqliteEngine(directory, connection, listener, meters, clock), clock);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }
}
