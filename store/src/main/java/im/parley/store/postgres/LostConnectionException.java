package im.parley.store.postgres;

import java.sql.SQLException;

/** There is no way to the database now. */
final class LostConnectionException extends SQLException {

  private static final long serialVersionUID = 1L;

  LostConnectionException(SQLException cause) {
    super("The database cannot be reached: " + cause.getMessage(), cause.getSQLState(), cause);
  }
}
