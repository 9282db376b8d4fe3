package im.parley.store.postgres;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Finds out what became of transactions, when the answers to their commits were lost. */
final class Outcomes {

  /** For how long it is asked: the database may have to start again. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Database database;

  Outcomes(Database database) {
    this.database = database;
  }

  /**
   * Returns if the transaction was committed.
   *
   * @param transaction its number
   * @param failure what was heard instead of the answer
   * @throws NothingCommittedException if it was not
   * @throws SQLException the failure itself, if it cannot be found out
   */
  void require(String transaction, SQLException failure) throws SQLException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String status = status(transaction);
    while (!isFinal(status) && System.nanoTime() < end && pause()) {
      status = status(transaction);
    }
    if ("aborted".equals(status)) {
      throw new NothingCommittedException(failure);
    }
    if (!"committed".equals(status)) {
      throw failure;
    }
  }

  private static boolean isFinal(@Nullable String status) {
    return "aborted".equals(status) || "committed".equals(status);
  }

  /** What the database says of it, or null if it cannot be asked. */
  private @Nullable String status(String transaction) {
    try (PostgresConnection connection = database.connect()) {
      return connection
          .query("SELECT pg_xact_status(CAST(CAST(? AS TEXT) AS xid8))")
          .bind(transaction)
          .first(row -> row.getString(1));
    } catch (SQLException e) {
      return null;
    }
  }

  /** Waits a little; false if there is no more time for that. */
  private static boolean pause() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
