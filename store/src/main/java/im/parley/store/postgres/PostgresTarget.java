package im.parley.store.postgres;

import im.parley.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database of PostgreSQL that is written as a whole, while no server uses it. */
public final class PostgresTarget implements AutoCloseable {

  private final PostgresConnection claim;
  private final Connection connection;

  private PostgresTarget(PostgresConnection claim, Connection connection) {
    this.claim = claim;
    this.connection = connection;
  }

  /**
   * Takes the database, and brings its tables up to date.
   *
   * @throws StoreException if a server uses it, or it cannot be used
   */
  public static PostgresTarget open(Database database) {
    try {
      PostgresSchema.bringUpToDate(database);
      PostgresConnection claim = database.connect();
      try {
        Claim.take(claim, Sharing.ONE_SERVER);
        return new PostgresTarget(claim, connection(database));
      } catch (SQLException | RuntimeException e) {
        claim.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreException(
          "The database " + database + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static Connection connection(Database database) throws SQLException {
    Connection connection = database.connectPlainly();
    try (Statement statement = connection.createStatement()) {
      // A table takes as long as it is large.
      statement.execute("SET statement_timeout = 0");
      statement.execute("SET idle_in_transaction_session_timeout = 0");
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Writes it, in one transaction that the caller commits. */
  public Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    try {
      connection.close();
      claim.close();
    } catch (SQLException e) {
      throw new StoreException("The database could not be let go", e);
    }
  }
}
