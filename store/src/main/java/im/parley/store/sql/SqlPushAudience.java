package im.parley.store.sql;

import im.parley.core.presence.Chosen;
import im.parley.core.push.Occasion;
import im.parley.core.push.PushAudience;
import im.parley.core.push.PushTarget;
import im.parley.core.push.Recipient;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.NotifyLevel;
import im.parley.protocol.view.Preferences;
import im.parley.protocol.view.RoomKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message could be pushed to. In a room of few, its members are looked through for browsers;
 * in a room of many, the browsers for members, whichever are fewer.
 */
final class SqlPushAudience implements PushAudience {

  /** How many replies of a thread, the newest ones, make their authors follow it. */
  private static final int FOLLOWED = 1_000;

  private static final String MESSAGE =
      "SELECT "
          + Rows.EVENT
          + """
          , room.number, room.kind, room.name, room.members, author.display_name
          FROM room JOIN event ON event.place = room.number << 32 | ?2
          JOIN account AS author ON author.id = event.by
          WHERE room.id = ?1 AND event.type = 'message.posted' AND event.deleted = 0
          """;

  private static final String BROWSERS = "SELECT count(*) FROM push";

  private static final String FOLLOWERS =
      """
      SELECT by FROM event WHERE place = ?1
      UNION
      SELECT by FROM (SELECT event.by FROM thread_reply JOIN event USING (place)
        WHERE thread_reply.root = ?1 ORDER BY thread_reply.place DESC LIMIT ?2)
      """;

  private static final String RECIPIENTS =
      "SELECT "
          + SqlPush.TARGET
          + ", member.user, member.notify, member.read_seq, room.messages - member.read_number,"
          + " presence.state, presence.text, presence.emoji, presence.until, "
          + SqlPreferences.COLUMNS
          + " FROM %s JOIN room ON room.number = member.room"
          + " JOIN session ON session.id = push.session AND session.refresh_expires_at > ?3"
          + " LEFT JOIN presence ON presence.user = member.user"
          + " LEFT JOIN preference ON preference.user = member.user"
          + " WHERE member.room = ?1 AND member.user <> ?2 AND push.user = member.user"
          + " ORDER BY push.user";

  /** CROSS JOIN keeps the order in which the tables are walked. */
  static final String BY_MEMBERS = RECIPIENTS.formatted("member CROSS JOIN push");

  static final String BY_BROWSERS = RECIPIENTS.formatted("push CROSS JOIN member");

  private final Readers readers;
  private final InstantSource clock;

  SqlPushAudience(Readers readers, InstantSource clock) {
    this.readers = readers;
    this.clock = clock;
  }

  @Override
  public Optional<Occasion> of(RoomId room, long seq) {
    return readers.read(connection -> Optional.ofNullable(occasion(connection, room, seq)));
  }

  private @Nullable Occasion occasion(Statements connection, RoomId room, long seq)
      throws SQLException {
    Said said =
        connection.query(MESSAGE).bind(room.value()).bind(seq).first(row -> Said.of(room, row));
    if (said == null) {
      return null;
    }
    List<Recipient> recipients = recipients(connection, said);
    return recipients.isEmpty()
        ? null
        : new Occasion(
            new Occasion.Place(room, seq, said.kind, said.roomName),
            new Occasion.Author(said.author, said.authorName),
            said.message,
            followers(connection, said),
            recipients);
  }

  /** A message and the room that it is in. */
  private record Said(
      Fact.MessagePosted message,
      UserId author,
      String authorName,
      long roomNumber,
      RoomKind kind,
      String roomName,
      long members) {

    static Said of(RoomId room, ResultSet row) throws SQLException {
      MessageViews.Said said = MessageViews.Said.of(room, row);
      return new Said(
          said.posted(),
          said.event().by(),
          row.getString(Rows.AFTER_EVENT + 4),
          row.getLong(Rows.AFTER_EVENT),
          Rows.roomKind(row.getString(Rows.AFTER_EVENT + 1)),
          row.getString(Rows.AFTER_EVENT + 2),
          row.getLong(Rows.AFTER_EVENT + 3));
    }
  }

  private List<Recipient> recipients(Statements connection, Said said) throws SQLException {
    boolean fewMembers = said.members <= connection.query(BROWSERS).number();
    List<Recipient> recipients = new ArrayList<>();
    connection
        .query(fewMembers ? BY_MEMBERS : BY_BROWSERS)
        .bind(said.roomNumber)
        .bind(said.author.value())
        .bind(clock.millis())
        .list(row -> add(recipients, recipient(row)));
    return recipients;
  }

  /** The browsers of one user come one after the other. */
  private static boolean add(List<Recipient> recipients, Recipient next) {
    if (!recipients.isEmpty() && recipients.getLast().user().equals(next.user())) {
      return recipients.getLast().targets().addAll(next.targets());
    }
    return recipients.add(next);
  }

  private static Recipient recipient(ResultSet row) throws SQLException {
    List<PushTarget> targets = new ArrayList<>(List.of(SqlPush.target(row, 1)));
    NotifyLevel level = Rows.notifyLevel(row.getString(6));
    Preferences preferences = SqlPreferences.preferences(row, 13);
    return new Recipient(
        new UserId(row.getString(5)),
        level,
        new Recipient.Reading(row.getLong(7), row.getLong(8)),
        chosen(row),
        preferences,
        targets);
  }

  private static Chosen chosen(ResultSet row) throws SQLException {
    String state = row.getString(9);
    if (state == null) {
      return Chosen.NOTHING;
    }
    long until = row.getLong(12);
    Instant end = row.wasNull() ? null : Instant.ofEpochMilli(until);
    return new Chosen(Rows.presenceState(state), row.getString(10), row.getString(11), end);
  }

  private static Set<UserId> followers(Statements connection, Said said) throws SQLException {
    Long root = said.message.thread();
    return root == null
        ? Set.of()
        : new HashSet<>(
            connection
                .query(FOLLOWERS)
                .bind(Place.nearest(said.roomNumber, root))
                .bind(FOLLOWED)
                .list(row -> new UserId(row.getString(1))));
  }
}
