package im.parley.store.sqlite;

import im.parley.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** An embedded database that is read as it lies there, while no server uses it. */
public final class SqliteSource implements AutoCloseable {

  private final DataDirectory directory;
  private final Connection connection;

  private SqliteSource(DataDirectory directory, Connection connection) {
    this.directory = directory;
    this.connection = connection;
  }

  /**
   * Takes the database in this directory, and brings its tables up to date.
   *
   * @throws StoreException if there is none, a server uses it, or it cannot be used
   */
  public static SqliteSource open(Path path) {
    if (!Files.exists(path.resolve("parley.db"))) {
      throw new StoreException("There is no database of Parley in " + path);
    }
    DataDirectory directory = DataDirectory.take(path);
    try {
      try (DatabaseConnection writer = DatabaseConnection.writer(directory.database())) {
        Schema.bringUpToDate(writer, directory.database());
      }
      return new SqliteSource(directory, DatabaseConnection.plainReader(directory.database()));
    } catch (SQLException e) {
      directory.close();
      throw new StoreException("The database in " + path + " cannot be opened: " + e, e);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Reads it. */
  public Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreException("The database could not be closed", e);
    } finally {
      directory.close();
    }
  }
}
