package im.parley.store.sql;

import im.parley.core.log.HistoryWindow;
import im.parley.core.log.MessagePage;
import im.parley.core.log.Page;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.store.sql.MessageViews.Said;
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
          + " AND event.type = 'message.posted' ORDER BY event.place LIMIT ?";

  static final String MESSAGES_BEFORE =
      "SELECT "
          + Rows.EVENT
          + " FROM event WHERE event.place < ? AND event.place > ?"
          + " AND event.type = 'message.posted' ORDER BY event.place DESC LIMIT ?";

  static final String THREAD =
      "SELECT "
          + Rows.EVENT
          + " FROM event WHERE event.place IN"
          + " (SELECT ?1 UNION ALL SELECT place FROM thread_reply WHERE root = ?1 AND place > ?2)"
          + " AND event.place > ?2 AND event.type = 'message.posted' ORDER BY event.place LIMIT ?3";

  static final String PINNED =
      "SELECT "
          + Rows.EVENT
          + " FROM pin JOIN event ON event.place = pin.place"
          + " WHERE pin.place > ? AND pin.place < ? ORDER BY pin.place";

  private LogPages() {}

  /** A stretch of the log; empty for a room that there is not. */
  static Page<DurableEvent> events(Statements connection, RoomId id, long after, int limit)
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
  static MessagePage messages(
      Statements connection, RoomId id, UserId viewer, HistoryWindow window, int limit)
      throws SQLException {
    Room room = room(connection, id);
    return room == null || room.messages == 0
        ? MessagePage.empty(room == null ? 0 : room.head)
        : shown(connection, room, viewer, page(connection, room, window, limit));
  }

  /** A page of a thread, with the message that it began with; empty if there is no such. */
  static MessagePage thread(Statements connection, RoomId id, UserId viewer, ThreadPage wanted)
      throws SQLException {
    Room room = room(connection, id);
    if (room == null) {
      return MessagePage.empty(0);
    }
    Page<Said> page =
        Pages.cut(
            connection
                .query(THREAD)
                .bind(Place.nearest(room.number, wanted.root()))
                .bind(Place.nearest(room.number, wanted.after()))
                .bind(wanted.limit() + 1L)
                .list(row -> Said.of(id, row)),
            wanted.limit());
    return shown(connection, room, viewer, page);
  }

  /** The pinned messages. */
  static MessagePage pins(Statements connection, RoomId id, UserId viewer) throws SQLException {
    Room room = room(connection, id);
    if (room == null) {
      return MessagePage.empty(0);
    }
    List<Said> pinned =
        connection
            .query(PINNED)
            .bind(Place.start(room.number))
            .bind(Place.end(room.number))
            .list(row -> Said.of(id, row));
    return shown(connection, room, viewer, new Page<>(pinned, false));
  }

  private static MessagePage shown(Statements connection, Room room, UserId viewer, Page<Said> page)
      throws SQLException {
    return new MessagePage(
        MessageViews.of(connection, viewer, page.items()), page.more(), room.head);
  }

  /**
   * Which part of a thread is wanted.
   *
   * @param root the seq of the message that it began with
   * @param after only messages with a larger seq
   * @param limit at most so many
   */
  record ThreadPage(long root, long after, int limit) {}

  private static Page<Said> page(Statements connection, Room room, HistoryWindow window, int limit)
      throws SQLException {
    return switch (window) {
      case HistoryWindow.Newest() -> before(connection, room, room.head + 1, limit);
      case HistoryWindow.Before(long seq) -> before(connection, room, seq, limit);
      case HistoryWindow.After(long seq) -> after(connection, room, seq, limit);
      case HistoryWindow.Around(long seq) -> around(connection, room, seq, limit);
    };
  }

  private record Room(RoomId id, long number, long head, long messages) {}

  private static @Nullable Room room(Statements connection, RoomId id) throws SQLException {
    return connection
        .query("SELECT number, head, messages FROM room WHERE id = ?")
        .bind(id.value())
        .first(row -> new Room(id, row.getLong(1), row.getLong(2), row.getLong(3)));
  }

  private static Page<Said> before(Statements connection, Room room, long seq, int limit)
      throws SQLException {
    List<Said> newestFirst =
        connection
            .query(MESSAGES_BEFORE)
            .bind(Place.nearest(room.number, seq))
            .bind(Place.start(room.number))
            .bind(limit)
            .listUntil(
                row -> Said.of(room.id, row),
                (message, count) -> count == limit || message.posted().number() == 1);
    boolean more = !newestFirst.isEmpty() && newestFirst.getLast().posted().number() > 1;
    return new Page<>(newestFirst.reversed(), more);
  }

  private static Page<Said> after(Statements connection, Room room, long seq, int limit)
      throws SQLException {
    List<Said> messages =
        connection
            .query(MESSAGES_AFTER)
            .bind(Place.nearest(room.number, seq))
            .bind(Place.end(room.number))
            .bind(limit)
            .listUntil(
                row -> Said.of(room.id, row),
                (message, count) -> count == limit || message.posted().number() == room.messages);
    boolean more = !messages.isEmpty() && messages.getLast().posted().number() < room.messages;
    return new Page<>(messages, more);
  }

  private static Page<Said> around(Statements connection, Room room, long seq, int limit)
      throws SQLException {
    long middle = Math.clamp(seq, 0, room.head);
    int newer = limit / 2;
    Page<Said> upToSeq = before(connection, room, middle + 1, limit - newer);
    if (newer == 0) {
      return upToSeq;
    }
    List<Said> messages = new ArrayList<>(upToSeq.items());
    messages.addAll(after(connection, room, middle, newer).items());
    return new Page<>(messages, upToSeq.more());
  }
}
