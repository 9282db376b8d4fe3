package im.parley.store.postgres;

import im.parley.store.sql.Query;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** A statement whose parameters may stand in several places, and whose changes may wait. */
final class PostgresQuery extends Query {

  private final PostgresConnection connection;
  private final PreparedStatement statement;
  private final List<List<Integer>> places;

  PostgresQuery(
      PostgresConnection connection, PreparedStatement statement, List<List<Integer>> places) {
    super(statement);
    this.connection = connection;
    this.statement = statement;
    this.places = places;
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

  /** Waits for others of its kind: together they take one trip to the database. */
  @Override
  public void updateLater() throws SQLException {
    statement.addBatch();
    connection.waits(this);
  }

  /** Has what waits done. */
  void runWaiting() throws SQLException {
    statement.executeBatch();
  }

  /** Gives up what waits. */
  void forgetWaiting() throws SQLException {
    statement.clearBatch();
  }
}
