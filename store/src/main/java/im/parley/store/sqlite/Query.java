package im.parley.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kept statement: bind its parameters in order, then run it. For one thread at a time. */
final class Query {

  private final PreparedStatement statement;
  private int bound;

  Query(PreparedStatement statement) {
    this.statement = statement;
  }

  /** Turns the row that the result stands on into a value. */
  @FunctionalInterface
  interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /** Whether a row is the last one that is wanted. */
  @FunctionalInterface
  interface LastRow<T> {
    boolean test(T value, int count);
  }

  Query start() {
    bound = 0;
    return this;
  }

  Query bind(long value) throws SQLException {
    statement.setLong(++bound, value);
    return this;
  }

  Query bind(@Nullable String value) throws SQLException {
    if (value == null) {
      statement.setNull(++bound, Types.VARCHAR);
    } else {
      statement.setString(++bound, value);
    }
    return this;
  }

  Query bindOptional(@Nullable Long value) throws SQLException {
    if (value == null) {
      statement.setNull(++bound, Types.INTEGER);
    } else {
      statement.setLong(++bound, value);
    }
    return this;
  }

  Query bind(byte[] value) throws SQLException {
    statement.setBytes(++bound, value);
    return this;
  }

  /** Runs a statement that changes rows, and says how many. */
  int update() throws SQLException {
    return statement.executeUpdate();
  }

  /** Runs a statement whose rows, if it has any, do not matter. */
  void run() throws SQLException {
    statement.execute();
  }

  /** The first row, or null when there is none. */
  <T> @Nullable T first(RowMapper<T> mapper) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? mapper.map(rows) : null;
    }
  }

  /** All rows. */
  <T> List<T> list(RowMapper<T> mapper) throws SQLException {
    List<T> list = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        list.add(mapper.map(rows));
      }
    }
    return list;
  }

  /**
   * The rows up to the one that is the last wanted; those after it are never looked for.
   *
   * @param last given a value and how many there are with it, whether to stop there
   */
  <T> List<T> listUntil(RowMapper<T> mapper, LastRow<T> last) throws SQLException {
    List<T> list = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        T value = mapper.map(rows);
        list.add(value);
        if (last.test(value, list.size())) {
          break;
        }
      }
    }
    return list;
  }

  /** Whether there is any row. */
  boolean exists() throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next();
    }
  }

  /** The number in the one row that there is. */
  long number() throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        throw new SQLException("The statement has no row");
      }
      return rows.getLong(1);
    }
  }

  void close() throws SQLException {
    statement.close();
  }
}
