package im.parley.store.postgres;

import im.parley.store.StoreException;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * Brings the tables up to date. A migration ends with the row {@code schema} of the table {@code
 * meta}, so that a start on a current schema costs one read and loads nothing.
 */
final class PostgresSchema {

  /** The newest migration. */
  static final int VERSION = 5;

  private static final int OLDEST_SERVER = 160_000;

  private PostgresSchema() {}

  /** Migrates the database if it is not current; of several servers at a time, one does. */
  static void bringUpToDate(Database database) throws SQLException {
    int version = version(database);
    if (version > VERSION) {
      throw new StoreException(
          "The data in "
              + database
              + " was written by a newer Parley (schema "
              + version
              + ", this one knows "
              + VERSION
              + "). Start that version instead.");
    }
    if (version < VERSION) {
      Flyway.configure(PostgresSchema.class.getClassLoader())
          .dataSource(database.source())
          .locations("classpath:im/parley/store/postgres/migration")
          .load()
          .migrate();
    }
  }

  private static int version(Database database) throws SQLException {
    try (PostgresConnection connection = database.connect()) {
      long server =
          connection
              .query("SELECT CAST(current_setting('server_version_num') AS INTEGER)")
              .number();
      if (server < OLDEST_SERVER) {
        throw new StoreException(
            "The database " + database + " is older than PostgreSQL 16: upgrade it first");
      }
      @Nullable String table =
          connection.query("SELECT to_regclass('meta')").first(row -> row.getString(1));
      return table == null
          ? 0
          : (int)
              connection
                  .query("SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'schema'")
                  .number();
    }
  }
}
