package im.parley.store.postgres;

import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.store.sql.KnownKeys;
import im.parley.store.sql.LoadedRooms;
import im.parley.store.sql.LookUp;
import im.parley.store.sql.Rows;
import im.parley.store.sql.WriteConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what a batch will look up, in four statements however large it is. Among other servers the
 * rooms are locked first, in the order of their numbers, so that two servers never wait for each
 * other; whatever is read after that is true until the commit. A server that is alone has what it
 * read before still in hand, and asks for the keys alone.
 */
final class Prefetch {

  private static final String LOCK =
      """
      SELECT number FROM unnest(string_to_array(?, ' ')) AS wanted (id) JOIN room USING (id)
      ORDER BY number FOR UPDATE OF room
      """;

  private static final int AFTER_ROOM = 12;

  private static final String ROOMS =
      "SELECT "
          + LoadedRooms.ROOM
          + ", room.id FROM unnest(string_to_array(?, ' ')) AS wanted (id) JOIN room USING (id)";

  private static final int AFTER_MEMBER = 7;

  private static final String MEMBERS =
      "SELECT "
          + LoadedRooms.MEMBER
          + """
          , member.room, member.user
          FROM unnest(string_to_array(?, ' '), string_to_array(?, ' ')) AS wanted (room, person)
          JOIN room ON room.id = wanted.room
          JOIN member ON member.room = room.number AND member.user = wanted.person
          """;

  private static final String DONE =
      "SELECT "
          + Rows.EVENT
          + """
          , room.id
          FROM unnest(string_to_array(?, ' '), string_to_array(?, ' ')) AS wanted (by, key)
          JOIN event ON event.key = wanted.key AND event.by = wanted.by
          JOIN room ON room.number = event.place >> 32
          """;

  private final PostgresConnection connection;
  private final LoadedRooms rooms;
  private final KnownKeys keys;

  Prefetch(PostgresConnection connection, LoadedRooms rooms, KnownKeys keys) {
    this.connection = connection;
    this.rooms = rooms;
    this.keys = keys;
  }

  /** Reads rooms and members that are not in hand. */
  void readSeats(List<LookUp> lookUps, WriteConnection.Company company) throws SQLException {
    String ids = words(lookUps.stream().map(wanted -> wanted.room().value()).distinct());
    if (company == WriteConnection.Company.AMONG_OTHERS) {
      connection.query(LOCK).bind(ids).list(row -> row.getLong(1));
    }
    readRooms(ids);
    readMembers(lookUps.stream().distinct().toList());
  }

  private void readRooms(String ids) throws SQLException {
    connection
        .query(ROOMS)
        .bind(ids)
        .list(row -> LoadedRooms.room(new RoomId(row.getString(AFTER_ROOM)), row))
        .forEach(rooms::put);
  }

  private void readMembers(List<LookUp> lookUps) throws SQLException {
    connection
        .query(MEMBERS)
        .bind(words(lookUps.stream().map(wanted -> wanted.room().value())))
        .bind(words(lookUps.stream().map(wanted -> wanted.user().value())))
        .list(row ->
            LoadedRooms.member(
                row.getLong(AFTER_MEMBER), new UserId(row.getString(AFTER_MEMBER + 1)), row))
        .forEach(rooms::put);
  }

  /** Reads what was done under the keys of these. */
  void readKeys(List<LookUp> lookUps) throws SQLException {
    List<LookUp> keyed = lookUps.stream().filter(wanted -> wanted.key() != null).toList();
    for (LookUp wanted : keyed) {
      keys.lookedUp(wanted.user(), Objects.requireNonNull(wanted.key()));
    }
    connection
        .query(DONE)
        .bind(words(keyed.stream().map(wanted -> wanted.user().value())))
        .bind(words(keyed.stream().map(wanted -> String.valueOf(wanted.key()))))
        .list(Prefetch::done)
        .forEach(done -> keys.found(done.key, done.event));
  }

  private record Done(MessageKey key, DurableEvent event) {}

  private static Done done(ResultSet row) throws SQLException {
    return new Done(
        new MessageKey(row.getString(Rows.KEY)),
        Rows.event(new RoomId(row.getString(Rows.AFTER_EVENT)), row));
  }

  /** As one parameter: neither ids nor keys have spaces in them. */
  private static String words(Stream<String> words) {
    return words.collect(Collectors.joining(" "));
  }
}
