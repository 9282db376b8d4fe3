package im.parley.store.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * The file of the search index, beside the database: it has a write lock and a write-ahead log of
 * its own, so nothing that is sent waits for it. All that is in it follows from the logs. One of
 * another form, or of another life of the store, is thrown away and filled anew.
 */
final class SearchIndexFile {

  /** The form of the tables below. */
  private static final int VERSION = 2;

  private static final List<String> TABLES =
      List.of(
          """
          CREATE VIRTUAL TABLE search USING fts5 (
            words, scope, content = '', contentless_delete = 1, detail = column,
            prefix = '3', tokenize = 'ascii'
          )
          """,
          """
          CREATE TABLE searchable (
            position INTEGER NOT NULL PRIMARY KEY,
            place    INTEGER NOT NULL
          ) STRICT
          """,
          """
          CREATE TABLE search_progress (
            room INTEGER NOT NULL PRIMARY KEY,
            seq  INTEGER NOT NULL
          ) STRICT
          """,
          "CREATE TABLE search_origin (epoch TEXT NOT NULL) STRICT");

  private SearchIndexFile() {}

  /**
   * Opens the index of a database, to be filled.
   *
   * @param epoch the life of the store
   */
  static DatabaseConnection open(DataDirectory directory, String epoch) throws SQLException {
    Path file = directory.searchIndex();
    DatabaseConnection found = DatabaseConnection.indexer(file, directory.database());
    if (isOf(found, epoch)) {
      return found;
    }
    found.close();
    delete(file);
    DatabaseConnection fresh = DatabaseConnection.indexer(file, directory.database());
    create(fresh, epoch);
    return fresh;
  }

  private static boolean isOf(DatabaseConnection index, String epoch) throws SQLException {
    return index.query("PRAGMA main.user_version").number() == VERSION
        && index.query("SELECT 1 FROM search_origin WHERE epoch = ?").bind(epoch).exists();
  }

  private static void create(DatabaseConnection index, String epoch) throws SQLException {
    index.query("BEGIN").run();
    for (String table : TABLES) {
      index.query(table).run();
    }
    index.query("INSERT INTO search_origin (epoch) VALUES (?)").bind(epoch).update();
    index.query("PRAGMA main.user_version = " + VERSION).run();
    index.query("COMMIT").run();
  }

  private static void delete(Path file) {
    try {
      for (String suffix : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The search index " + file + " cannot be replaced", e);
    }
  }
}
