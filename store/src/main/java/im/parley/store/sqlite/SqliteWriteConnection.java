package im.parley.store.sqlite;

import im.parley.store.sql.KnownKeys;
import im.parley.store.sql.LoadedRooms;
import im.parley.store.sql.LogRows;
import im.parley.store.sql.LookUp;
import im.parley.store.sql.Query;
import im.parley.store.sql.RowByRow;
import im.parley.store.sql.WriteConnection;
import java.sql.SQLException;
import java.util.List;

/** The one connection that writes to the file. */
final class SqliteWriteConnection implements WriteConnection {

  private final DatabaseConnection connection;
  private final LogRows rows;
  private long changesBefore;

  SqliteWriteConnection(DatabaseConnection connection) {
    this.connection = connection;
    this.rows = new RowByRow(connection);
  }

  @Override
  public Query query(String sql) throws SQLException {
    return connection.query(sql);
  }

  /** Takes the right to write at once, so that a later statement does not have to wait for it. */
  @Override
  public boolean begin() throws SQLException {
    connection.query("BEGIN IMMEDIATE").run();
    changesBefore = changes();
    return true;
  }

  /** Each look-up is a call in this process, to pages that are in memory. */
  @Override
  public void prepare(List<LookUp> lookUps, LoadedRooms rooms, KnownKeys keys) {}

  @Override
  public LogRows rows() {
    return rows;
  }

  @Override
  public boolean hasWritten() throws SQLException {
    return changes() > changesBefore;
  }

  private long changes() throws SQLException {
    return connection.query("SELECT total_changes()").number();
  }

  @Override
  public void commit() throws SQLException {
    connection.query("COMMIT").run();
  }

  @Override
  public void rollback() {
    connection.rollback();
  }

  /** Folds the write-ahead log into the database, which frees its space. */
  @Override
  public void makeRoom() {
    connection.checkpoint();
  }

  @Override
  public Company company() {
    return Company.ALONE;
  }
}
