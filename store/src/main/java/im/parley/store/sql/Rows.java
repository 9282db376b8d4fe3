package im.parley.store.sql;

import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.EventType;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.NotifyLevel;
import im.parley.protocol.view.PresenceState;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import im.parley.protocol.view.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows as the records of the protocol. Each kind of row has its columns in a fixed order. */
public final class Rows {

  /** The columns that {@link #event} reads, in this order. */
  public static final String EVENT =
      "event.place, event.at, event.by, event.key, event.messages, event.text, event.type,"
          + " event.data, event.edited_at, event.deleted, event.mentions_now";

  /** Which of {@link #EVENT} is the key. */
  public static final int KEY = 4;

  /** The first column after {@link #EVENT}. */
  public static final int AFTER_EVENT = 12;

  /** The columns that {@link #user} reads, in this order. */
  public static final String USER =
      "account.id, account.username, account.display_name, account.avatar, account.bot";

  /** The first column after {@link #USER}. */
  public static final int AFTER_USER = 6;

  private Rows() {}

  public static DurableEvent event(RoomId room, ResultSet row) throws SQLException {
    return new DurableEvent(
        room,
        Place.seq(row.getLong(1)),
        Instant.ofEpochMilli(row.getLong(2)),
        new UserId(row.getString(3)),
        fact(row));
  }

  private static Fact fact(ResultSet row) throws SQLException {
    EventType type = EventType.find(row.getString(7));
    if (type == null) {
      throw new SQLException("Not a type of event: " + row.getString(7));
    }
    return FactColumns.read(
        type, row.getLong(5), row.getString(4), row.getString(6), row.getString(8));
  }

  /** When its text was last changed, or null. */
  public static @Nullable Instant editedAt(ResultSet row) throws SQLException {
    long editedAt = row.getLong(9);
    return row.wasNull() ? null : Instant.ofEpochMilli(editedAt);
  }

  /** Whether it is a message that was taken back, or whose time was over. */
  public static boolean isDeleted(ResultSet row) throws SQLException {
    return row.getLong(10) != 0;
  }

  /** Whether it is a message whose time was over. */
  public static boolean isExpired(ResultSet row) throws SQLException {
    return row.getLong(10) == 2;
  }

  /** Whom a message mentions since its text was changed, as JSON; null if it never was. */
  public static @Nullable String mentionsNow(ResultSet row) throws SQLException {
    return row.getString(11);
  }

  public static User user(ResultSet row) throws SQLException {
    return user(row, 1);
  }

  /** The user whose columns begin with this one. */
  public static User user(ResultSet row, int column) throws SQLException {
    return new User(
        new UserId(row.getString(column)),
        row.getString(column + 1),
        row.getString(column + 2),
        row.getString(column + 3),
        row.getBoolean(column + 4) ? true : null);
  }

  public static RoomKind roomKind(String name) throws SQLException {
    return switch (name) {
      case "public" -> RoomKind.PUBLIC;
      case "private" -> RoomKind.PRIVATE;
      case "direct" -> RoomKind.DIRECT;
      default -> throw new SQLException("Not a kind of room: " + name);
    };
  }

  public static Role role(String name) throws SQLException {
    return switch (name) {
      case "owner" -> Role.OWNER;
      case "moderator" -> Role.MODERATOR;
      case "member" -> Role.MEMBER;
      default -> throw new SQLException("Not a role: " + name);
    };
  }

  public static NotifyLevel notifyLevel(String name) throws SQLException {
    return switch (name) {
      case "all" -> NotifyLevel.ALL;
      case "mentions" -> NotifyLevel.MENTIONS;
      case "none" -> NotifyLevel.NONE;
      default -> throw new SQLException("Not a notify level: " + name);
    };
  }

  public static PresenceState presenceState(String name) throws SQLException {
    return switch (name) {
      case "online" -> PresenceState.ONLINE;
      case "away" -> PresenceState.AWAY;
      case "dnd" -> PresenceState.DND;
      case "invisible" -> PresenceState.INVISIBLE;
      default -> throw new SQLException("Not a state that one can choose: " + name);
    };
  }
}
