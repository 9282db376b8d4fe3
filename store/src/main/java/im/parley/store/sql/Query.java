package im.parley.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kept statement: bind its parameters in order, then run it. For one thread at a time. An engine
 * whose driver numbers parameters otherwise, or that is far away, makes a kind of its own.
 */
public class Query {

  private final PreparedStatement statement;
  private int bound;

  public Query(PreparedStatement statement) {
    this.statement = statement;
  }

  /** Turns the row that the result stands on into a value. */
  @FunctionalInterface
  public interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /** Whether a row is the last one that is wanted. */
  @FunctionalInterface
  public interface LastRow<T> {
    boolean test(T value, int count);
  }

  /** Begins with the first parameter again. */
  public Query start() {
    bound = 0;
    return this;
  }

  public Query bind(long value) throws SQLException {
    return bindNext(place -> statement.setLong(place, value));
  }

  public Query bind(@Nullable String value) throws SQLException {
    return value == null
        ? bindNext(place -> statement.setNull(place, Types.VARCHAR))
        : bindNext(place -> statement.setString(place, value));
  }

  public Query bindOptional(@Nullable Long value) throws SQLException {
    return value == null
        ? bindNext(place -> statement.setNull(place, Types.BIGINT))
        : bind(value.longValue());
  }

  public Query bind(byte[] value) throws SQLException {
    return bindNext(place -> statement.setBytes(place, value));
  }

  /** Gives the next parameter its value. */
  protected final Query bindNext(Binder binder) throws SQLException {
    bind(++bound, binder);
    return this;
  }

  /** Gives a place of the statement its value. */
  @FunctionalInterface
  public interface Binder {
    void bindTo(int place) throws SQLException;
  }

  /** Gives a parameter its value, everywhere it stands. */
  protected void bind(int parameter, Binder binder) throws SQLException {
    binder.bindTo(parameter);
  }

  /** Runs a statement that changes rows, and says how many. */
  public int update() throws SQLException {
    return statement.executeUpdate();
  }

  /**
   * Runs a statement that changes rows, at the latest before anything else is asked of the
   * connection. How many it changes does not matter.
   */
  public void updateLater() throws SQLException {
    update();
  }

  /** Runs a statement whose rows, if it has any, do not matter. */
  public void run() throws SQLException {
    statement.execute();
  }

  /** The first row, or null when there is none. */
  public <T> @Nullable T first(RowMapper<T> mapper) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? mapper.map(rows) : null;
    }
  }

  /** All rows. */
  public <T> List<T> list(RowMapper<T> mapper) throws SQLException {
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
  public <T> List<T> listUntil(RowMapper<T> mapper, LastRow<T> last) throws SQLException {
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

  /**
   * How many rows a database that is far away sends at a time, from now on: whoever stops early
   * asks for few. It may be as many as it likes.
   */
  public Query inPortionsOf(int rows) throws SQLException {
    statement.setFetchSize(rows);
    return this;
  }

  /** Whether there is any row. */
  public boolean exists() throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next();
    }
  }

  /** The number in the one row that there is. */
  public long number() throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        throw new SQLException("The statement has no row");
      }
      return rows.getLong(1);
    }
  }

  public void close() throws SQLException {
    statement.close();
  }
}
