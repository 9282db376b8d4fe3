package im.parley.store.postgres;

import im.parley.store.sql.KnownKeys;
import im.parley.store.sql.LoadedRooms;
import im.parley.store.sql.LogRows;
import im.parley.store.sql.LookUp;
import im.parley.store.sql.Query;
import im.parley.store.sql.WriteConnection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection by which this server writes. It is made again when it was lost. Each transaction
 * knows its number in the database, by which it is found out what became of it when the answer to
 * its commit is lost.
 */
final class PostgresWriteConnection implements WriteConnection, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresWriteConnection.class);

  private final Database database;
  private final Sharing sharing;
  private final Outcomes outcomes;
  private @Nullable PostgresConnection connection;

  /** The number of the transaction that was begun last, as text. */
  private String transaction = "";

  /** Whether all transactions since the last one were by this connection. */
  private boolean same;

  PostgresWriteConnection(Database database, Sharing sharing) {
    this.database = database;
    this.sharing = sharing;
    this.outcomes = new Outcomes(database);
  }

  @Override
  public boolean begin() throws SQLException {
    beginConnected();
    boolean wasSame = same;
    same = true;
    return wasSame;
  }

  private void beginConnected() throws SQLException {
    try {
      transaction = number(connected());
    } catch (SQLException stale) {
      // The connection may have been lost while nothing was written: once more, with another one.
      drop();
      try {
        transaction = number(connected());
      } catch (SQLException e) {
        drop();
        throw new LostConnectionException(e);
      }
    }
  }

  private PostgresConnection connected() throws SQLException {
    PostgresConnection current = connection;
    if (current == null) {
      current = claimed();
      connection = current;
      same = false;
    }
    return current;
  }

  /** A new connection with the right to write; without it there is none. */
  private PostgresConnection claimed() throws SQLException {
    PostgresConnection fresh = database.connect();
    try {
      Claim.take(fresh, sharing);
      return fresh;
    } catch (SQLException e) {
      fresh.close();
      throw e;
    }
  }

  private static String number(PostgresConnection connection) throws SQLException {
    return Objects.requireNonNull(
        connection
            .query("SELECT CAST(pg_current_xact_id() AS TEXT)")
            .first(row -> row.getString(1)));
  }

  @Override
  public Query query(String sql) throws SQLException {
    return connected().query(sql);
  }

  @Override
  public LogRows rows() throws SQLException {
    return connected().rows();
  }

  @Override
  public void prepare(List<LookUp> lookUps, LoadedRooms rooms, KnownKeys keys) throws SQLException {
    if (lookUps.isEmpty()) {
      return;
    }
    Prefetch prefetch = new Prefetch(connected(), rooms, keys);
    List<LookUp> unknown = lookUps.stream().filter(wanted -> !rooms.hold(wanted)).toList();
    if (!unknown.isEmpty()) {
      prefetch.readSeats(unknown, company());
    }
    prefetch.readKeys(lookUps);
  }

  @Override
  public boolean hasWritten() throws SQLException {
    return connected().hasChanged();
  }

  @Override
  public void commit() throws SQLException {
    try {
      connected().commit();
    } catch (SQLException e) {
      if (!PostgresFaults.isOfTheConnection(e)) {
        throw e;
      }
      drop();
      outcomes.require(transaction, e);
      LOG.info("The answer to a commit was lost, but it happened");
    }
  }

  @Override
  public void rollback() {
    PostgresConnection current = connection;
    if (current != null) {
      try {
        current.rollback();
      } catch (SQLException e) {
        drop();
      }
    }
  }

  private void drop() {
    PostgresConnection lost = connection;
    connection = null;
    if (lost != null) {
      try {
        lost.close();
      } catch (SQLException e) {
        LOG.debug("A lost connection could not be closed: {}", e.getMessage());
      }
    }
  }

  /** Its disk is the database's own business. */
  @Override
  public void makeRoom() {}

  @Override
  public Company company() {
    return switch (sharing) {
      // The claim lasts as long as the connection: whoever else took it, this one cannot commit.
      case ONE_SERVER -> Company.ALONE;
      case MANY_SERVERS -> Company.AMONG_OTHERS;
    };
  }

  @Override
  public void close() {
    drop();
  }
}
