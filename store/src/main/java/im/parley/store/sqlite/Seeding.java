package im.parley.store.sqlite;

import im.parley.store.StoreException;
import im.parley.store.sql.Founding;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;

/**
 * Fills an empty store with people, rooms and messages, for benchmarks and demonstrations. What is
 * written is what these people would have left behind by themselves, except that nobody is in a
 * room that welcomes newcomers: a benchmark would measure little but that room of everyone.
 */
public final class Seeding {

  private Seeding() {}

  /**
   * Fills the store in this directory, which is made if need be. It is written in several
   * transactions: what a fill leaves behind that did not come to its end is of no use.
   *
   * @param passwordHash of everyone's password, in PHC form
   * @throws StoreException if a server uses the directory, there are accounts in it already, or it
   *     cannot be written; the message says which, and what to do
   */
  public static void fill(
      Path directory, SeedPlan plan, String passwordHash, SeedListener listener) {
    fill(directory, plan, passwordHash, listener, InstantSource.system());
  }

  /** Fills the store by this clock. */
  static void fill(
      Path path, SeedPlan plan, String passwordHash, SeedListener listener, InstantSource clock) {
    try (DataDirectory directory = DataDirectory.take(path);
        DatabaseConnection connection = DatabaseConnection.writer(directory.database())) {
      Schema.bringUpToDate(connection, directory.database());
      Founding.epoch(new SqliteWriteConnection(connection), clock);
      requireNobody(connection, path);
      run(new Seeder(connection, plan, listener, clock.millis()), passwordHash, path);
    } catch (SQLException e) {
      throw new StoreException("The database in " + path + " cannot be opened: " + e, e);
    }
  }

  private static void requireNobody(DatabaseConnection connection, Path path) throws SQLException {
    if (connection.query("SELECT 1 FROM account LIMIT 1").exists()) {
      throw new StoreException(
          "There are accounts in "
              + path
              + " already, and only an empty store is seeded: choose another directory");
    }
  }

  private static void run(Seeder seeder, String passwordHash, Path path) {
    try {
      seeder.run(passwordHash);
    } catch (SQLException e) {
      throw new StoreException(
          "Seeding failed half-way: delete " + path + " before you try again: " + e.getMessage(),
          e);
    }
  }
}
