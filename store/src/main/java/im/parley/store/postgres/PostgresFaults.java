package im.parley.store.postgres;

import im.parley.store.sql.Faults;
import java.sql.SQLException;
import java.util.Set;

/**
 * What PostgreSQL's codes mean: see <a
 * href="https://www.postgresql.org/docs/current/errcodes-appendix.html">its appendix A</a>.
 */
final class PostgresFaults implements Faults {

  private static final String UNIQUE_VIOLATION = "23505";
  private static final Set<String> IN_THE_WAY =
      Set.of(
          "40001", // serialization_failure
          "40P01", // deadlock_detected
          "55P03", // lock_not_available
          UNIQUE_VIOLATION,
          "23503"); // foreign_key_violation: what it names was deleted meanwhile

  /** Connections, resources, the operator's intervention, the system, the configuration. */
  private static final Set<String> LASTING_CLASSES = Set.of("08", "53", "57", "58", "F0", "XX");

  private static final String READ_ONLY_TRANSACTION = "25006";

  @Override
  public boolean isLasting(Exception failure) {
    String state = state(failure);
    return failure instanceof LostConnectionException
        || READ_ONLY_TRANSACTION.equals(state)
        || (state.length() == 5 && LASTING_CLASSES.contains(state.substring(0, 2)));
  }

  @Override
  public boolean isPassing(Throwable failure) {
    return IN_THE_WAY.contains(state(failure));
  }

  @Override
  public boolean leftNothing(SQLException failure) {
    return failure instanceof NothingCommittedException;
  }

  /** Whether the connection is of no use any more. */
  static boolean isOfTheConnection(SQLException failure) {
    String state = state(failure);
    return state.startsWith("08") || state.startsWith("57P") || state.isEmpty();
  }

  private static String state(Throwable failure) {
    return failure instanceof SQLException e && e.getSQLState() != null ? e.getSQLState() : "";
  }
}
