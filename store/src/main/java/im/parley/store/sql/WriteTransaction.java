package im.parley.store.sql;

import im.parley.protocol.event.DurableEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a piece of work writes with. There is one, and it belongs to the writer's thread, which
 * begins and commits it again and again.
 */
public final class WriteTransaction {

  private final WriteConnection connection;
  private final InstantSource clock;
  private final LoadedRooms rooms;
  private final KnownKeys keys;
  private List<DurableEvent> events = new ArrayList<>();

  public WriteTransaction(WriteConnection connection, InstantSource clock) {
    this.connection = connection;
    this.clock = clock;
    this.rooms = new LoadedRooms(connection);
    this.keys = new KnownKeys(connection);
  }

  /** Between transactions: frees what room there is. */
  void makeRoom() {
    connection.makeRoom();
  }

  /** Begins, for good or to be rolled back. */
  public void begin() throws SQLException {
    if (!connection.begin()) {
      rooms.clear();
    }
  }

  /** Has the engine read at once what the batch will ask for, if one by one is too slow for it. */
  void prepare(List<Unit<?>> batch) throws SQLException {
    List<LookUp> lookUps = batch.stream().map(Unit::lookUp).filter(Objects::nonNull).toList();
    connection.prepare(lookUps, rooms, keys);
  }

  /** The statement with this text, a constant. */
  public Query query(String sql) throws SQLException {
    return connection.query(sql);
  }

  /** Writes the rows that every message changes. */
  LogRows rows() throws SQLException {
    return connection.rows();
  }

  /** The rooms as this transaction sees them. */
  public LoadedRooms rooms() {
    return rooms;
  }

  /** What was done under which key, as this transaction sees it. */
  KnownKeys keys() {
    return keys;
  }

  /** The time, to the millisecond: what is stored is what is told. */
  public Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  /** Has an event told to everyone once it is committed. */
  void announce(DurableEvent event) {
    events.add(event);
  }

  /** Writes down what the rooms have come to; the last thing before the commit. */
  public void flush() throws SQLException {
    rooms.flush();
  }

  /** Whether there is anything to commit: answers and refusals alone write nothing. */
  boolean hasWritten() throws SQLException {
    return connection.hasWritten();
  }

  /** Makes it durable and returns what there is to announce. */
  public List<DurableEvent> commit() throws SQLException {
    connection.commit();
    rooms.trim();
    keys.forget();
    List<DurableEvent> committed = events;
    events = new ArrayList<>();
    return committed;
  }

  /** Forgets everything since the beginning. */
  public void rollback() {
    rooms.clear();
    keys.forget();
    events = new ArrayList<>();
    connection.rollback();
  }
}
