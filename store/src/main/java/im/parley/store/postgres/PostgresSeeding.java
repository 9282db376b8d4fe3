package im.parley.store.postgres;

import im.parley.store.StoreException;
import im.parley.store.seed.Seeding;
import java.sql.SQLException;

/** Fills the store in a database, its search index included. */
public final class PostgresSeeding {

  private PostgresSeeding() {}

  /**
   * Fills the store in this database, whose tables are made if need be.
   *
   * @throws StoreException if a server uses the database, there are accounts in it already, or it
   *     cannot be written; the message says which, and what to do
   */
  public static void fill(Database database, Seeding seeding) {
    try {
      PostgresSchema.bringUpToDate(database);
      try (PostgresWriteConnection connection =
          new PostgresWriteConnection(database, Sharing.ONE_SERVER)) {
        seeding.fill(connection, database.toString(), () -> PostgresSearchIndex.fill(database));
      }
    } catch (SQLException e) {
      throw new StoreException(
          "The database " + database + " cannot be opened: " + e.getMessage(), e);
    }
  }
}
