package im.parley.store.sql;

import im.parley.core.hello.Arrivals;
import im.parley.core.log.Page;
import im.parley.core.room.Rooms;
import im.parley.core.session.Sessions.ActiveSession;
import im.parley.core.session.TokenHash;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.RoomSummary;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What those find who connect: one read, however much it is. */
final class SqlArrivals implements Arrivals {

  /** The newest are picked before their messages are looked up. */
  static final String NEWEST =
      Summaries.SELECT
          + """
          WHERE member.user = ?1 AND room.number IN (
            SELECT member.room FROM member JOIN room ON room.number = member.room
            WHERE member.user = ?1
            ORDER BY room.active_at DESC, room.id LIMIT ?2)
          ORDER BY room.active_at DESC, room.id
          """;

  static final String POSITIONS =
      """
      SELECT room.id, room.head FROM member JOIN room ON room.number = member.room
      WHERE member.user = ? LIMIT ?
      """;

  private final Readers readers;

  SqlArrivals(Readers readers) {
    this.readers = readers;
  }

  @Override
  public Optional<Arrival> find(TokenHash access, int limit) {
    return readers.read(connection -> {
      ActiveSession session = SqlSessions.find(connection, access);
      return session == null ? Optional.empty() : Optional.of(arrival(connection, session, limit));
    });
  }

  private static Arrival arrival(Statements connection, ActiveSession session, int limit)
      throws SQLException {
    UserId user = session.user().id();
    Page<RoomSummary> newest =
        Pages.cut(
            Summaries.list(
                connection, connection.query(NEWEST).bind(user.value()).bind(limit + 1L)),
            limit);
    List<Position> positions = newest.more() ? positions(connection, user) : shown(newest);
    return new Arrival(session, positions, newest);
  }

  private static List<Position> positions(Statements connection, UserId user) throws SQLException {
    return connection
        .query(POSITIONS)
        .bind(user.value())
        .bind(Rooms.MAX_ROOMS_PER_USER)
        .list(row -> new Position(new RoomId(row.getString(1)), row.getLong(2)));
  }

  /** Who is shown all their rooms is told how far each has come by that. */
  private static List<Position> shown(Page<RoomSummary> all) {
    return all.items().stream().map(room -> new Position(room.id(), room.head())).toList();
  }
}
