package im.parley.store.sql;

import im.parley.protocol.event.EventType;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.json.FactJson;
import im.parley.protocol.view.NotifyLevel;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import im.parley.protocol.view.RoomSummary;
import im.parley.protocol.view.RoomSummary.LastMessage;
import im.parley.protocol.view.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rooms in one line each, as one user sees them. A page takes two statements, however many rooms it
 * has: the rooms, then the people of the direct ones among them.
 */
final class Summaries {

  /** How much of the newest message a summary shows, in characters. */
  private static final int PREVIEW = 200;

  /**
   * Every room beside its viewer's membership, if there is one, and then its newest message. The
   * viewer is the first parameter.
   */
  static final String SELECT =
      """
      SELECT room.number, room.id, room.kind, room.name, room.alias, room.topic, room.members,
        room.head, room.messages, member.role, member.read_seq, member.read_number,
        (SELECT count(DISTINCT mention.seq) FROM mention WHERE mention.room = room.number
          AND mention.user IN (member.user, '') AND mention.seq > member.read_seq),
        member.notify, last.place, last.by, substr(last.text, 1, %d), last.at,
        room.slow_mode, room.archived_at, member.muted_until,
        CASE WHEN last.text = '' THEN last.data END, room.expire_seconds
      FROM room
      LEFT JOIN member ON member.room = room.number AND member.user = ?1
      LEFT JOIN event AS last
        ON last.place = room.number << 32 | room.newest_message AND member.user IS NOT NULL
      """
          .formatted(PREVIEW);

  private static final String PEOPLE =
      "SELECT "
          + Rows.USER
          + ", member.room FROM member JOIN account ON account.id = member.user"
          + " WHERE member.room IN (SELECT CAST(value AS BIGINT) FROM json_each(?))"
          + " ORDER BY member.room, member.user";

  private Summaries() {}

  /** Reads the rows of a statement that begins with {@link #SELECT}. */
  static List<RoomSummary> list(Statements connection, Query query) throws SQLException {
    List<Row> rows = query.list(Summaries::row);
    Map<Long, List<User>> people = people(connection, rows);
    return rows.stream()
        .map(row -> row.shown(people.get(row.number)))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** A room as its row has it; the people of a direct room are in other rows. */
  private record Row(
      long number,
      RoomId id,
      RoomKind kind,
      String name,
      @Nullable String alias,
      @Nullable String topic,
      long members,
      long head,
      long messages,
      Standing standing,
      State state,
      @Nullable LastMessage last) {

    RoomSummary shown(@Nullable List<User> users) {
      return new RoomSummary(
          id,
          kind,
          name,
          alias,
          topic,
          standing.role,
          members,
          head,
          messages,
          standing.read,
          standing.unread,
          standing.mentions,
          standing.notifyLevel,
          standing.mutedUntil,
          state.slowModeSeconds,
          state.expireSeconds,
          state.archived,
          users,
          last);
    }
  }

  /** What keeps the room in order. */
  private record State(
      @Nullable Integer slowModeSeconds,
      @Nullable Integer expireSeconds,
      @Nullable Boolean archived) {}

  /** What the room is to its viewer. */
  private record Standing(
      @Nullable Role role,
      long read,
      long unread,
      long mentions,
      NotifyLevel notifyLevel,
      @Nullable Instant mutedUntil) {

    static final Standing OUTSIDE = new Standing(null, 0, 0, 0, NotifyLevel.ALL, null);
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong(1),
        new RoomId(row.getString(2)),
        Rows.roomKind(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getLong(7),
        row.getLong(8),
        row.getLong(9),
        standing(row),
        state(row),
        last(row));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    String role = row.getString(10);
    return role == null
        ? Standing.OUTSIDE
        : new Standing(
            Rows.role(role),
            row.getLong(11),
            row.getLong(9) - row.getLong(12),
            row.getLong(13),
            Rows.notifyLevel(row.getString(14)),
            mutedUntil(row.getLong(21)));
  }

  private static @Nullable Instant mutedUntil(long millis) {
    return millis == 0 ? null : Instant.ofEpochMilli(millis);
  }

  private static State state(ResultSet row) throws SQLException {
    return new State(
        seconds(row.getInt(19)), seconds(row.getInt(23)), row.getLong(20) == 0 ? null : true);
  }

  private static @Nullable Integer seconds(int seconds) {
    return seconds == 0 ? null : (Integer) seconds;
  }

  private static @Nullable LastMessage last(ResultSet row) throws SQLException {
    String by = row.getString(16);
    return by == null
        ? null
        : new LastMessage(
            Place.seq(row.getLong(15)),
            new UserId(by),
            row.getString(17),
            Instant.ofEpochMilli(row.getLong(18)),
            file(row.getString(22)));
  }

  /**
   * What the first file of a message is called; the rest of its fact is given where it has no text.
   */
  private static @Nullable String file(@Nullable String data) {
    return data != null
            && FactJson.read(EventType.MESSAGE_POSTED, data) instanceof Fact.MessagePosted posted
            && posted.attachments() != null
        ? posted.attachments().getFirst().name()
        : null;
  }

  private static Map<Long, List<User>> people(Statements connection, List<Row> rows)
      throws SQLException {
    String direct =
        JsonArray.ofNumbers(
            rows.stream().filter(row -> row.kind == RoomKind.DIRECT).map(row -> row.number));
    Map<Long, List<User>> people = new HashMap<>();
    if (!direct.equals("[]")) {
      connection
          .query(PEOPLE)
          .bind(direct)
          .list(row ->
              people
                  .computeIfAbsent(row.getLong(Rows.AFTER_USER), room -> new ArrayList<>())
                  .add(Rows.user(row)));
    }
    return people;
  }
}
