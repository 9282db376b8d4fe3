package im.parley.store.sql;

import im.parley.core.log.Page;
import im.parley.core.room.Rooms;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Ban;
import im.parley.protocol.view.Member;
import im.parley.protocol.view.RoomSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rooms as their members see them, read by the readers. */
final class SqlRooms implements Rooms {

  static final String FIND =
      Summaries.SELECT + "WHERE room.id = ?2 AND (member.user IS NOT NULL OR room.kind = 'public')";

  static final String MINE =
      Summaries.SELECT + "WHERE member.user = ?1 AND room.id > ?2 ORDER BY room.id LIMIT ?3";

  static final String BROWSE =
      Summaries.SELECT
          + """
          WHERE room.kind = 'public' AND room.archived_at = 0 AND instr(room.folded_name, ?2) > 0
            AND (room.folded_name, room.id) > (?3, ?4)
          ORDER BY room.folded_name, room.id LIMIT ?5
          """;

  private static final String MEMBERS =
      "SELECT "
          + Rows.USER
          + """
          , member.role, member.joined_at,
            CASE WHEN member.muted_until > ?1 THEN member.muted_until ELSE 0 END
          FROM member JOIN account ON account.id = member.user
          WHERE member.room = (SELECT number FROM room WHERE id = ?2) AND member.user > ?3
          ORDER BY member.user LIMIT ?4
          """;

  private static final String BANS =
      "SELECT "
          + Rows.USER
          + """
          , ban.by, ban.at FROM ban JOIN account ON account.id = ban.user
          WHERE ban.room = (SELECT number FROM room WHERE id = ?) AND ban.user > ?
          ORDER BY ban.user LIMIT ?
          """;

  private static final String IS_MEMBER =
      """
      SELECT 1 FROM member
      WHERE room = (SELECT number FROM room WHERE id = ?) AND user = ?
      """;

  private final Readers readers;
  private final InstantSource clock;

  SqlRooms(Readers readers, InstantSource clock) {
    this.readers = readers;
    this.clock = clock;
  }

  @Override
  public Optional<RoomSummary> find(RoomId room, UserId viewer) {
    return readers.read(connection ->
        Summaries.list(connection, connection.query(FIND).bind(viewer.value()).bind(room.value()))
            .stream()
            .findFirst());
  }

  @Override
  public boolean isMember(RoomId room, UserId user) {
    return readers.read(
        connection -> connection.query(IS_MEMBER).bind(room.value()).bind(user.value()).exists());
  }

  @Override
  public Page<RoomSummary> mine(UserId user, @Nullable RoomId after, int limit) {
    return readers.read(connection ->
        Pages.cut(
            Summaries.list(
                connection,
                connection
                    .query(MINE)
                    .bind(user.value())
                    .bind(after == null ? "" : after.value())
                    .bind(limit + 1L)),
            limit));
  }

  @Override
  public Page<RoomSummary> browse(UserId viewer, String query, @Nullable RoomId after, int limit) {
    return readers.read(connection -> {
      Name start = after == null ? Name.FIRST : name(connection, after);
      Query rooms =
          connection
              .query(BROWSE)
              .bind(viewer.value())
              .bind(Folding.fold(query))
              .bind(start.folded)
              .bind(start.id)
              .bind(limit + 1L);
      return Pages.cut(Summaries.list(connection, rooms), limit);
    });
  }

  @Override
  public Page<Member> members(RoomId room, @Nullable UserId after, int limit) {
    return readers.read(connection ->
        Pages.cut(
            connection
                .query(MEMBERS)
                .bind(clock.millis())
                .bind(room.value())
                .bind(after == null ? "" : after.value())
                .bind(limit + 1L)
                .list(row ->
                    new Member(
                        Rows.user(row),
                        Rows.role(row.getString(Rows.AFTER_USER)),
                        Instant.ofEpochMilli(row.getLong(Rows.AFTER_USER + 1)),
                        until(row))),
            limit));
  }

  private static @Nullable Instant until(ResultSet row) throws SQLException {
    long until = row.getLong(Rows.AFTER_USER + 2);
    return until == 0 ? null : Instant.ofEpochMilli(until);
  }

  @Override
  public Page<Ban> bans(RoomId room, @Nullable UserId after, int limit) {
    return readers.read(connection ->
        Pages.cut(
            connection
                .query(BANS)
                .bind(room.value())
                .bind(after == null ? "" : after.value())
                .bind(limit + 1L)
                .list(row ->
                    new Ban(
                        Rows.user(row),
                        new UserId(row.getString(Rows.AFTER_USER)),
                        Instant.ofEpochMilli(row.getLong(Rows.AFTER_USER + 1)))),
            limit));
  }

  /** A place in the order in which public rooms are browsed. */
  private record Name(String folded, String id) {
    static final Name FIRST = new Name("", "");
  }

  private static Name name(Statements connection, RoomId room) throws SQLException {
    Name name =
        connection
            .query("SELECT folded_name FROM room WHERE id = ? AND kind = 'public'")
            .bind(room.value())
            .first(row -> new Name(row.getString(1), room.value()));
    if (name == null) {
      throw RefusedException.notFound("after", "There is no such public room: begin again");
    }
    return name;
  }
}
