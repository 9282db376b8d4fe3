package im.parley.store.sqlite;

import im.parley.store.StoreException;
import im.parley.store.seed.Seeding;
import java.nio.file.Path;
import java.sql.SQLException;

/** Fills the store in a directory. Its words are indexed by the server that starts on it. */
public final class SqliteSeeding {

  private SqliteSeeding() {}

  /**
   * Fills the store in this directory, which is made if need be.
   *
   * @throws StoreException if a server uses the directory, there are accounts in it already, or it
   *     cannot be written; the message says which, and what to do
   */
  public static void fill(Path path, Seeding seeding) {
    try (DataDirectory directory = DataDirectory.take(path);
        DatabaseConnection connection = DatabaseConnection.writer(directory.database())) {
      Schema.bringUpToDate(connection, directory.database());
      seeding.fill(new SqliteWriteConnection(connection), path.toString(), () -> {});
    } catch (SQLException e) {
      throw new StoreException("The database in " + path + " cannot be opened: " + e, e);
    }
  }
}
