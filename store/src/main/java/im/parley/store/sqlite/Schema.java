package im.parley.store.sqlite;

import im.parley.store.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Brings the tables up to date. A migration ends with {@code PRAGMA user_version}, so that a start
 * on a current schema costs one read and loads nothing.
 */
final class Schema {

  /** The newest migration. */
  static final int VERSION = 13;

  private Schema() {}

  /** Migrates the database if it is not current; the writer is the only open connection. */
  static void bringUpToDate(DatabaseConnection writer, Path database) throws SQLException {
    long version = writer.query("PRAGMA user_version").number();
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
      Migrations.run(database);
    }
  }
}
