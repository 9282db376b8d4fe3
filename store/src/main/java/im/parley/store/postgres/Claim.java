package im.parley.store.postgres;

import java.sql.SQLException;
import java.time.Duration;

/**
 * The right to write, of one server alone or of many, which a connection holds for as long as it
 * lasts.
 */
final class Claim {

  /** Any number, as long as nothing else in the database takes it for a lock. */
  private static final long LOCK = 0x7061_726c_6579L;

  /** What has just ended may take so long to be noticed. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final long PAUSE_MILLIS = 50;

  private Claim() {}

  /**
   * Takes it for this connection.
   *
   * @throws SQLException if another server has it that does not share it so
   */
  static void take(PostgresConnection connection, Sharing sharing) throws SQLException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isTaken(connection, sharing)) {
      if (System.nanoTime() > end) {
        throw new SQLException(
            "another server of Parley uses it: servers that share a database need --redis, all of"
                + " them");
      }
      pause(connection);
    }
    connection.commit();
  }

  private static boolean isTaken(PostgresConnection connection, Sharing sharing)
      throws SQLException {
    String lock =
        switch (sharing) {
          case ONE_SERVER -> "SELECT pg_try_advisory_lock(?)";
          case MANY_SERVERS -> "SELECT pg_try_advisory_lock_shared(?)";
        };
    return Boolean.TRUE.equals(connection.query(lock).bind(LOCK).first(row -> row.getBoolean(1)));
  }

  private static void pause(PostgresConnection connection) throws SQLException {
    connection.query("SELECT pg_sleep(CAST(? AS BIGINT) / 1000.0)").bind(PAUSE_MILLIS).run();
  }
}
