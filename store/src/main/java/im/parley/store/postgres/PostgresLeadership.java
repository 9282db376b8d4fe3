package im.parley.store.postgres;

import im.parley.core.outgoing.Leadership;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whoever has an advisory lock leads, for as long as the connection that took it lasts. For a
 * moment after a connection was lost two may think that they lead: what a leader does may happen
 * twice.
 */
public final class PostgresLeadership implements Leadership, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PostgresLeadership.class);

  /** Any number, as long as nothing else in the database takes it for a lock. */
  private static final long LOCK = 0x6c65_6164_6572L;

  private static final int PATIENCE_SECONDS = 2;

  private final Database database;
  private @Nullable Connection held;

  /** Leads nobody yet. */
  public PostgresLeadership(Database database) {
    this.database = database;
  }

  @Override
  public synchronized boolean isMine() {
    try {
      if (held != null && held.isValid(PATIENCE_SECONDS)) {
        return true;
      }
      close();
      held = tryToHold();
      return held != null;
    } catch (SQLException e) {
      log.debug("The database does not say who leads", e);
      return false;
    }
  }

  private @Nullable Connection tryToHold() throws SQLException {
    Connection connection = database.connectPlainly();
    boolean taken = false;
    try {
      taken = take(connection);
    } finally {
      if (!taken) {
        connection.close();
      }
    }
    return taken ? connection : null;
  }

  private static boolean take(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      statement.setLong(1, LOCK);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** Lets go of it. */
  @Override
  public synchronized void close() {
    if (held != null) {
      try {
        held.close();
      } catch (SQLException e) {
        log.debug("It is gone already", e);
      }
      held = null;
    }
  }
}
