package im.parley.store.sqlite;

import im.parley.core.log.HistoryWindow;
import im.parley.core.log.Page;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.view.Message;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a room's log: each is one run of the table. Whether there is more is arithmetic, because
 * events and messages are counted.
 */
final class LogPages {

  static final String EVENTS_AFTER =
      "SELECT "
          + Rows.EVENT
          + " FROM event WHERE event.place > ? AND event.place <= ? ORDER BY event.place LIMIT ?";

  static final String MESSAGES_AFTER =
      "SELECT "
          + Rows.EVENT
          + " FROM event WHERE event.place > ? AND event.place <= ?"
          + " AND event.type = 'message.posted' ORDER BY event.place";

  static final String MESSAGES_BEFORE =
      "SELECT "
          + Rows.EVENT
          + " FROM event WHERE event.place < ? AND event.place > ?"
          + " AND event.type = 'message.posted' ORDER BY event.place DESC";

  private LogPages() {}

  /** A stretch of the log; empty for a room that there is not. */
  static Page<DurableEvent> events(DatabaseConnection connection, RoomId id, long after, int limit)
      throws SQLException {
    Room room = room(connection, id);
    if (room == null) {
      return new Page<>(List.of(), false);
    }
    List<DurableEvent> events =
        connection
            .query(EVENTS_AFTER)
            .bind(Place.nearest(room.number, after))
            .bind(Place.end(room.number))
            .bind(limit)
            .list(row -> Rows.event(id, row));
    return new Page<>(events, !events.isEmpty() && events.getLast().seq() < room.head);
  }

  /** A page of messages; empty for a room that there is not. */
  static Page<Message> messages(
      DatabaseConnection connection, RoomId id, HistoryWindow window, int limit)
      throws SQLException {
    Room room = room(connection, id);
    if (room == null || room.messages == 0) {
      return new Page<>(List.of(), false);
    }
    return switch (window) {
      case HistoryWindow.Newest() -> before(connection, room, room.head + 1, limit);
      case HistoryWindow.Before(long seq) -> before(connection, room, seq, limit);
      case HistoryWindow.After(long seq) -> after(connection, room, seq, limit);
      case HistoryWindow.Around(long seq) -> around(connection, room, seq, limit);
    };
  }

  private record Room(RoomId id, long number, long head, long messages) {}

  private static @Nullable Room room(DatabaseConnection connection, RoomId id) throws SQLException {
    return connection
        .query("SELECT number, head, messages FROM room WHERE id = ?")
        .bind(id.value())
        .first(row -> new Room(id, row.getLong(1), row.getLong(2), row.getLong(3)));
  }

  private static Page<Message> before(DatabaseConnection connection, Room room, long seq, int limit)
      throws SQLException {
    List<Message> newestFirst =
        connection
            .query(MESSAGES_BEFORE)
            .bind(Place.nearest(room.number, seq))
            .bind(Place.start(room.number))
            .listUntil(
                row -> Rows.message(room.id, row),
                (message, count) -> count == limit || message.number() == 1);
    boolean more = !newestFirst.isEmpty() && newestFirst.getLast().number() > 1;
    return new Page<>(newestFirst.reversed(), more);
  }

  private static Page<Message> after(DatabaseConnection connection, Room room, long seq, int limit)
      throws SQLException {
    List<Message> messages =
        connection
            .query(MESSAGES_AFTER)
            .bind(Place.nearest(room.number, seq))
            .bind(Place.end(room.number))
            .listUntil(
                row -> Rows.message(room.id, row),
                (message, count) -> count == limit || message.number() == room.messages);
    boolean more = !messages.isEmpty() && messages.getLast().number() < room.messages;
    return new Page<>(messages, more);
  }

  private static Page<Message> around(DatabaseConnection connection, Room room, long seq, int limit)
      throws SQLException {
    long middle = Math.clamp(seq, 0, room.head);
    int newer = limit / 2;
    Page<Message> upToSeq = before(connection, room, middle + 1, limit - newer);
    if (newer == 0) {
      return upToSeq;
    }
    List<Message> messages = new ArrayList<>(upToSeq.items());
    messages.addAll(after(connection, room, middle, newer).items());
    return new Page<>(messages, upToSeq.more());
  }
}
