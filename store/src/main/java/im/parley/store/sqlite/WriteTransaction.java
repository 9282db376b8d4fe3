package im.parley.store.sqlite;

import im.parley.protocol.event.DurableEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What a piece of work writes with. There is one, and it belongs to the writer's thread, which
 * begins and commits it again and again.
 */
final class WriteTransaction {

  private final DatabaseConnection connection;
  private final InstantSource clock;
  private final LoadedRooms rooms;
  private List<DurableEvent> events = new ArrayList<>();
  private long changesBefore;

  WriteTransaction(DatabaseConnection connection, InstantSource clock) {
    this.connection = connection;
    this.clock = clock;
    this.rooms = new LoadedRooms(connection);
  }

  /** Between transactions: folds the write-ahead log into the database, which frees its space. */
  void makeRoom() {
    connection.checkpoint();
  }

  /** Takes the right to write at once, so that a later statement does not have to wait for it. */
  void begin() throws SQLException {
    connection.query("BEGIN IMMEDIATE").run();
    changesBefore = changes();
  }

  Query query(String sql) throws SQLException {
    return connection.query(sql);
  }

  /** The rooms as this transaction sees them. */
  LoadedRooms rooms() {
    return rooms;
  }

  /** The time, to the millisecond: what is stored is what is told. */
  Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  /** Has an event told to everyone once it is committed. */
  void announce(DurableEvent event) {
    events.add(event);
  }

  /** Writes down what the rooms have come to; the last thing before the commit. */
  void flush() throws SQLException {
    rooms.flush();
  }

  /** Whether there is anything to commit: answers and refusals alone write nothing. */
  boolean hasWritten() throws SQLException {
    return changes() > changesBefore;
  }

  private long changes() throws SQLException {
    return connection.query("SELECT total_changes()").number();
  }

  /** Makes it durable and returns what there is to announce. */
  List<DurableEvent> commit() throws SQLException {
    connection.query("COMMIT").run();
    rooms.trim();
    List<DurableEvent> committed = events;
    events = new ArrayList<>();
    return committed;
  }

  /** Forgets everything since the beginning. */
  void rollback() {
    rooms.clear();
    events = new ArrayList<>();
    connection.rollback();
  }
}
