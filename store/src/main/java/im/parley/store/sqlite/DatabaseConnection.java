package im.parley.store.sqlite;

import im.parley.store.sql.Query;
import im.parley.store.sql.Statements;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteOpenMode;

/**
 * A connection and the statements that it keeps. For one thread at a time.
 *
 * <p>Pages are read into SQLite's own cache and never mapped into memory: through a mapping, an
 * input error of the disk would be a signal that ends the process.
 */
final class DatabaseConnection implements Statements, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseConnection.class);
  private static final int BUSY_TIMEOUT_MS = 5_000;
  private static final int WRITER_CACHE_KIB = 32 * 1024;
  private static final int READER_CACHE_KIB = 2 * 1024;
  private static final int INDEXER_CACHE_KIB = 8 * 1024;

  /** The write-ahead log is folded into the database after so many pages of 4 KiB. */
  private static final int CHECKPOINT_PAGES = 1_000;

  /** A write-ahead log that had to grow beyond this is cut back. */
  private static final int LOG_LIMIT_BYTES = 64 << 20;

  private final Connection connection;
  private final Map<String, Query> queries = new HashMap<>();

  private DatabaseConnection(Connection connection) {
    this.connection = connection;
  }

  /** The connection that writes. A commit has reached the disk when it returns. */
  static DatabaseConnection writer(Path database) throws SQLException {
    SQLiteConfig config = common(WRITER_CACHE_KIB);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setJournalSizeLimit(LOG_LIMIT_BYTES);
    config.setWalAutocheckpoint(CHECKPOINT_PAGES);
    return new DatabaseConnection(config.createConnection(url(database)));
  }

  /**
   * The connection that fills the search index and reads the database for it. A commit may be lost
   * with the power, but no part of one: the index goes on from wherever it is.
   */
  static DatabaseConnection indexer(Path index, Path database) throws SQLException {
    SQLiteConfig config = common(INDEXER_CACHE_KIB);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.NORMAL);
    config.setJournalSizeLimit(LOG_LIMIT_BYTES);
    config.setWalAutocheckpoint(CHECKPOINT_PAGES);
    return new DatabaseConnection(config.createConnection(url(index))).with(database, "chat");
  }

  /** A connection that only reads. The writer must be open already. */
  static DatabaseConnection reader(Path database) throws SQLException {
    return new DatabaseConnection(plainReader(database));
  }

  /** One that reads, without statements of its own. */
  static Connection plainReader(Path database) throws SQLException {
    SQLiteConfig config = common(READER_CACHE_KIB);
    config.setReadOnly(true);
    return config.createConnection(url(database));
  }

  /** This one, which now has the tables of another file as well. */
  DatabaseConnection with(Path file, String name) throws SQLException {
    query("ATTACH DATABASE ? AS " + name).bind(file.toString()).run();
    return this;
  }

  /** It is prepared once and kept. */
  @Override
  public Query query(String sql) throws SQLException {
    Query query = queries.get(sql);
    if (query == null) {
      query = new Query(connection.prepareStatement(sql));
      queries.put(sql, query);
    }
    return query.start();
  }

  /**
   * Ends the transaction, and gives up the kept statements: the driver may have closed the one that
   * failed. SQLite may have rolled back by itself already.
   */
  void rollback() {
    try {
      for (Query query : queries.values()) {
        query.close();
      }
      queries.clear();
      query("ROLLBACK").run();
    } catch (SQLException e) {
      LOG.debug("Nothing to roll back: {}", e.getMessage());
    }
  }

  /**
   * Folds the write-ahead log into the database and cuts it to nothing, as far as there is room.
   */
  void checkpoint() {
    try {
      query("PRAGMA wal_checkpoint(TRUNCATE)").number();
    } catch (SQLException e) {
      LOG.debug("The write-ahead log stays as it is: {}", e.getMessage());
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static SQLiteConfig common(int cacheKib) {
    SQLiteConfig config = new SQLiteConfig();
    config.setOpenMode(SQLiteOpenMode.NOMUTEX);
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    config.setCacheSize(-cacheKib);
    config.setTempStore(TempStore.MEMORY);
    config.setGetGeneratedKeys(false); // or the driver asks for the rowid after each insert
    return config;
  }

  private static String url(Path database) {
    return "jdbc:sqlite:" + database;
  }
}
