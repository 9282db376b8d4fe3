package im.parley.store.postgres;

import im.parley.store.sql.LogRows;
import im.parley.store.sql.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection and the statements that it keeps. For one thread at a time. */
final class PostgresConnection implements Statements, AutoCloseable {

  /** Rows come in portions of so many: who stops early has not read them all. */
  private static final int FETCH_ROWS = 256;

  private final Connection connection;
  private final Map<String, PostgresSyntax> syntaxes;
  private final Map<String, PostgresQuery> queries = new HashMap<>();
  private final BatchRows rows = new BatchRows(this);
  private @Nullable Together waiting;
  private boolean changed;

  /**
   * A connection that commits only when it is told to.
   *
   * @param syntaxes the statements that were translated already, by their texts; safe to share
   */
  PostgresConnection(Connection connection, Map<String, PostgresSyntax> syntaxes)
      throws SQLException {
    this.connection = connection;
    this.syntaxes = syntaxes;
    connection.setAutoCommit(false);
  }

  @Override
  public PostgresQuery query(String sql) throws SQLException {
    PostgresQuery query = queries.get(sql);
    if (query == null) {
      PostgresSyntax syntax = syntaxes.computeIfAbsent(sql, PostgresSyntax::of);
      PreparedStatement statement = connection.prepareStatement(syntax.sql());
      statement.setFetchSize(FETCH_ROWS);
      query = new PostgresQuery(this, statement, syntax);
      queries.put(sql, query);
    }
    if (!query.equals(waiting)) {
      runWaiting();
    }
    query.start();
    return query;
  }

  /** Writes the rows that every message changes. */
  LogRows rows() {
    return rows;
  }

  /** Changes wait, until anything else is asked. */
  void waits(Together changes) throws SQLException {
    changed = true;
    if (!changes.equals(waiting)) {
      runWaiting();
      waiting = changes;
    }
  }

  private void runWaiting() throws SQLException {
    Together ready = waiting;
    waiting = null;
    if (ready != null) {
      ready.runWaiting();
    }
  }

  /** Some rows were changed. */
  void noteChange() {
    changed = true;
  }

  /** Whether the transaction that goes on changed any rows. */
  boolean hasChanged() {
    return changed;
  }

  void commit() throws SQLException {
    runWaiting();
    connection.commit();
    changed = false;
  }

  void rollback() throws SQLException {
    changed = false;
    Together given = waiting;
    waiting = null;
    if (given != null) {
      given.forgetWaiting();
    }
    connection.rollback();
  }

  @Override
  public void close() throws SQLException {
    for (PostgresQuery query : queries.values()) {
      query.close();
    }
    connection.close();
  }
}
