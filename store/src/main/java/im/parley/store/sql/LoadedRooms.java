package im.parley.store.sql;

import im.parley.core.log.RoomRules;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.RoomKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rooms and members that the writer has in hand. Where it is the only one who writes, what it
 * has loaded stays true from batch to batch; among others, a room is locked before it is loaded and
 * given back with the commit. A rollback empties its hands. Each room and member that a batch
 * touches is read at most once and written at most once.
 */
public final class LoadedRooms {

  /** The columns that {@link #room} reads, in this order. */
  public static final String ROOM =
      "number, kind, members, head, messages, newest_message, active_at,"
          + " (SELECT count(*) FROM member WHERE room = number AND role = 'owner'),"
          + " slow_mode, archived_at > 0, expire_seconds";

  /** The columns that {@link #member} reads, in this order. */
  public static final String MEMBER =
      "role, read_seq, read_number, delivered_seq, muted_until, posted_at";

  private static final int MAX_ROOMS = 4_096;
  private static final int MAX_MEMBERS = 16_384;

  private final WriteConnection connection;
  private final Map<RoomId, LoadedRoom> rooms = new LinkedHashMap<>(64, 0.75f, true);
  private final Map<MemberName, LoadedMember> members = new LinkedHashMap<>(64, 0.75f, true);
  private final Set<LoadedRoom> changedRooms = new LinkedHashSet<>();
  private final Set<LoadedMember> changedMembers = new LinkedHashSet<>();

  private record MemberName(long room, UserId user) {}

  LoadedRooms(WriteConnection connection) {
    this.connection = connection;
  }

  /** The room, or null when there is none. */
  public @Nullable LoadedRoom find(RoomId id) throws SQLException {
    LoadedRoom room = rooms.get(id);
    if (room == null) {
      lock(id);
      room =
          connection
              .query("SELECT " + ROOM + " FROM room WHERE id = ?")
              .bind(id.value())
              .first(row -> room(id, row));
      if (room != null) {
        put(room);
      }
    }
    return room;
  }

  /** Among others, before it is read: a statement sees what was committed when it began. */
  private void lock(RoomId id) throws SQLException {
    if (connection.company() == WriteConnection.Company.AMONG_OTHERS) {
      connection.query("SELECT 1 FROM room WHERE id = ? FOR UPDATE").bind(id.value()).exists();
    }
  }

  /** Takes a room in hand. */
  public void put(LoadedRoom room) {
    rooms.put(room.id, room);
  }

  /** Takes a member in hand. */
  public void put(LoadedMember member) {
    members.put(new MemberName(member.room, member.user), member);
  }

  /** Whether the room, and the user as its member, are in hand. */
  public boolean hold(LookUp wanted) {
    LoadedRoom room = rooms.get(wanted.room());
    return room != null && members.containsKey(new MemberName(room.number, wanted.user()));
  }

  /** The rooms that let every newcomer in. */
  List<LoadedRoom> forNewcomers() throws SQLException {
    List<RoomId> ids =
        connection
            .query(
                "SELECT id FROM room WHERE welcomes_newcomers = 1 AND archived_at = 0"
                    + " ORDER BY number")
            .list(row -> new RoomId(row.getString(1)));
    List<LoadedRoom> welcoming = new ArrayList<>();
    for (RoomId id : ids) {
      welcoming.add(Objects.requireNonNull(find(id)));
    }
    return welcoming;
  }

  /** The member, or null when the user is not in the room. */
  public @Nullable LoadedMember member(LoadedRoom room, UserId user) throws SQLException {
    MemberName name = new MemberName(room.number, user);
    LoadedMember member = members.get(name);
    if (member == null) {
      member =
          connection
              .query("SELECT " + MEMBER + " FROM member WHERE room = ? AND user = ?")
              .bind(room.number)
              .bind(user.value())
              .first(row -> member(room.number, user, row));
      if (member != null) {
        put(member);
      }
    }
    return member;
  }

  /** A member in a room. */
  record Seat(LoadedRoom room, LoadedMember member) {}

  /**
   * The room and its member.
   *
   * @throws im.parley.protocol.error.RefusedException if the user is not in it: {@code forbidden}
   *     in a public room, {@code not_found} in any other
   */
  Seat seat(RoomId id, UserId user) throws SQLException {
    LoadedRoom room = find(id);
    if (room == null) {
      throw RoomRules.noSuchRoom();
    }
    LoadedMember member = member(room, user);
    if (member == null) {
      throw room.kind == RoomKind.PUBLIC ? RoomRules.joinFirst() : RoomRules.noSuchRoom();
    }
    return new Seat(room, member);
  }

  /** Has the room's row written when the batch ends. */
  void changed(LoadedRoom room) {
    changedRooms.add(room);
  }

  /** Has the member's marks written when the batch ends. */
  void changed(LoadedMember member) {
    changedMembers.add(member);
  }

  /** Lets go of a member whose row was changed or deleted. */
  void forget(LoadedMember member) {
    changedMembers.remove(member);
    members.remove(new MemberName(member.room, member.user));
  }

  /** Writes down what has changed. */
  void flush() throws SQLException {
    connection.rows().updateRooms(changedRooms);
    connection.rows().updateMembers(changedMembers);
    changedRooms.clear();
    changedMembers.clear();
  }

  /** After a commit: lets go of what was used longest ago, down to the bounds; or of all. */
  void trim() {
    switch (connection.company()) {
      case ALONE -> {
        dropEldest(rooms, MAX_ROOMS);
        dropEldest(members, MAX_MEMBERS);
      }
      case AMONG_OTHERS -> clear();
    }
  }

  /** Lets go of everything: none of it may be true. */
  void clear() {
    rooms.clear();
    members.clear();
    changedRooms.clear();
    changedMembers.clear();
  }

  /** The room of a row that begins with {@link #ROOM}. */
  public static LoadedRoom room(RoomId id, ResultSet row) throws SQLException {
    LoadedRoom room = new LoadedRoom(row.getLong(1), id, Rows.roomKind(row.getString(2)));
    room.members = row.getLong(3);
    room.head = row.getLong(4);
    room.messages = row.getLong(5);
    room.newestMessage = row.getLong(6);
    room.activeAt = row.getLong(7);
    room.owners = row.getLong(8);
    room.slowModeSeconds = row.getLong(9);
    room.archived = row.getBoolean(10);
    room.expireSeconds = row.getLong(11);
    return room;
  }

  /** The member of a row that begins with {@link #MEMBER}. */
  public static LoadedMember member(long room, UserId user, ResultSet row) throws SQLException {
    LoadedMember member = new LoadedMember(room, user, Rows.role(row.getString(1)));
    member.readSeq = row.getLong(2);
    member.readNumber = row.getLong(3);
    member.deliveredSeq = row.getLong(4);
    member.mutedUntil = row.getLong(5);
    member.postedAt = row.getLong(6);
    return member;
  }

  private static void dropEldest(Map<?, ?> map, int bound) {
    Iterator<?> eldest = map.keySet().iterator();
    for (int excess = map.size() - bound; excess > 0; excess--) {
      eldest.next();
      eldest.remove();
    }
  }
}
