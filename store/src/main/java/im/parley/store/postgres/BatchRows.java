package im.parley.store.postgres;

import im.parley.store.sql.EventRow;
import im.parley.store.sql.LoadedMember;
import im.parley.store.sql.LoadedRoom;
import im.parley.store.sql.LogRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Writes the rows of a batch with one statement a table, however many they are: each column is an
 * array. A statement is parsed and planned once, and a row costs neither a message nor an answer.
 */
final class BatchRows implements LogRows, Together {

  private static final String INSERT_EVENTS =
      """
      INSERT INTO event (place, at, by, key, type, messages, text, data, about, expires_at)
      SELECT * FROM unnest(
        CAST(? AS bigint[]), CAST(? AS bigint[]), CAST(? AS text[]), CAST(? AS text[]),
        CAST(? AS text[]), CAST(? AS bigint[]), CAST(? AS text[]), CAST(? AS json[]),
        CAST(? AS bigint[]), CAST(? AS bigint[]))
      """;

  private static final String UPDATE_ROOMS =
      """
      UPDATE room SET members = new.members, head = new.head, messages = new.messages,
        newest_message = new.newest_message, active_at = new.active_at
      FROM unnest(
        CAST(? AS bigint[]), CAST(? AS bigint[]), CAST(? AS bigint[]), CAST(? AS bigint[]),
        CAST(? AS bigint[]), CAST(? AS bigint[]))
        AS new (number, members, head, messages, newest_message, active_at)
      WHERE room.number = new.number
      """;

  private static final String UPDATE_MEMBERS =
      """
      UPDATE member SET read_seq = new.read_seq, read_number = new.read_number,
        delivered_seq = new.delivered_seq, posted_at = new.posted_at
      FROM unnest(
        CAST(? AS bigint[]), CAST(? AS text[]), CAST(? AS bigint[]), CAST(? AS bigint[]),
        CAST(? AS bigint[]), CAST(? AS bigint[]))
        AS new (room, person, read_seq, read_number, delivered_seq, posted_at)
      WHERE member.room = new.room AND member.user = new.person
      """;

  private final PostgresConnection connection;
  private final List<EventRow> events = new ArrayList<>();

  BatchRows(PostgresConnection connection) {
    this.connection = connection;
  }

  @Override
  public void add(EventRow event) throws SQLException {
    connection.waits(this);
    events.add(event);
  }

  @Override
  public void runWaiting() throws SQLException {
    List<EventRow> rows = List.copyOf(events);
    events.clear();
    Columns<EventRow> columns = new Columns<>(rows, connection.query(INSERT_EVENTS));
    columns
        .numbers(EventRow::place)
        .numbers(EventRow::at)
        .texts(EventRow::by)
        .texts(EventRow::key)
        .texts(EventRow::type)
        .numbers(EventRow::messages)
        .texts(EventRow::text)
        .texts(EventRow::data)
        .numbers(EventRow::about)
        .numbers(EventRow::expiresAt)
        .update();
  }

  @Override
  public void forgetWaiting() {
    events.clear();
  }

  @Override
  public void updateRooms(Collection<LoadedRoom> rooms) throws SQLException {
    if (!rooms.isEmpty()) {
      new Columns<>(rooms, connection.query(UPDATE_ROOMS))
          .numbers(room -> room.number)
          .numbers(room -> room.members)
          .numbers(room -> room.head)
          .numbers(room -> room.messages)
          .numbers(room -> room.newestMessage)
          .numbers(room -> room.activeAt)
          .update();
    }
  }

  @Override
  public void updateMembers(Collection<LoadedMember> members) throws SQLException {
    if (!members.isEmpty()) {
      new Columns<>(members, connection.query(UPDATE_MEMBERS))
          .numbers(member -> member.room)
          .texts(member -> member.user.value())
          .numbers(member -> member.readSeq)
          .numbers(member -> member.readNumber)
          .numbers(member -> member.deliveredSeq)
          .numbers(member -> member.postedAt)
          .update();
    }
  }
}
