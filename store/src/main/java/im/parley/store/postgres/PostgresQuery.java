package im.parley.store.postgres;

import im.parley.store.sql.Query;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement whose parameters may stand in several places, and whose changes may wait. */
final class PostgresQuery extends Query implements Together {

  private final PostgresConnection connection;
  private final PreparedStatement statement;
  private final List<List<Integer>> places;
  private final boolean returnsChanges;

  PostgresQuery(PostgresConnection connection, PreparedStatement statement, PostgresSyntax syntax) {
    super(statement);
    this.connection = connection;
    this.statement = statement;
    this.places = syntax.places();
    this.returnsChanges = syntax.sql().contains("RETURNING");
  }

  @Override
  protected void bind(int parameter, Binder binder) throws SQLException {
    if (parameter > places.size()) {
      throw new SQLException("The statement has " + places.size() + " parameters");
    }
    for (int place : places.get(parameter - 1)) {
      binder.bindTo(place);
    }
  }

  @Override
  public int update() throws SQLException {
    int rows = super.update();
    if (rows > 0) {
      connection.noteChange();
    }
    return rows;
  }

  @Override
  public <T> @Nullable T first(RowMapper<T> mapper) throws SQLException {
    T row = super.first(mapper);
    if (row != null && returnsChanges) {
      connection.noteChange();
    }
    return row;
  }

  /** The next parameter: an array of this type, without copying it into a text of its own. */
  void bindArray(String type, @Nullable Object[] values) throws SQLException {
    Array array = statement.getConnection().createArrayOf(type, values);
    bindNext(place -> statement.setArray(place, array));
  }

  /** Waits for others of its kind: together they take one trip to the database. */
  @Override
  public void updateLater() throws SQLException {
    statement.addBatch();
    connection.waits(this);
  }

  @Override
  public void runWaiting() throws SQLException {
    statement.executeBatch();
  }

  @Override
  public void forgetWaiting() throws SQLException {
    statement.clearBatch();
  }
}
