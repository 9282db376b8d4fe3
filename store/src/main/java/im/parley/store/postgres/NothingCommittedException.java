package im.parley.store.postgres;

import java.sql.SQLException;

/** A commit whose answer was lost, and of which the database says that it did not happen. */
final class NothingCommittedException extends SQLException {

  private static final long serialVersionUID = 1L;

  NothingCommittedException(SQLException cause) {
    super("The commit did not happen: " + cause.getMessage(), cause.getSQLState(), cause);
  }
}
