package im.parley.store.sql;

import im.parley.core.draft.Drafts;
import im.parley.core.log.Page;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Draft;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** The drafts, kept by the writer and listed by the readers. */
final class SqlDrafts implements Drafts {

  private static final String LIST =
      """
      SELECT room.id, draft.thread, draft.text, draft.reply_to, draft.at
      FROM draft JOIN room ON room.number = draft.room
      WHERE draft.user = ?1 AND (room.id, draft.thread) > (?2, ?3)
      ORDER BY room.id, draft.thread LIMIT ?4
      """;

  private final GroupCommitWriter writer;
  private final Readers readers;

  SqlDrafts(GroupCommitWriter writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public void set(UserId user, Draft draft) {
    writer.carryOut(transaction -> {
      LoadedMember member = transaction.rooms().seat(draft.room(), user).member();
      if (draft.text().isEmpty()) {
        remove(transaction, member, draft);
      } else {
        keep(transaction, member, draft);
        dropOldest(transaction, user);
      }
    });
  }

  private static void remove(WriteTransaction transaction, LoadedMember member, Draft draft)
      throws SQLException {
    transaction
        .query("DELETE FROM draft WHERE user = ? AND room = ? AND thread = ?")
        .bind(member.user.value())
        .bind(member.room)
        .bind(thread(draft))
        .update();
  }

  private static void keep(WriteTransaction transaction, LoadedMember member, Draft draft)
      throws SQLException {
    transaction
        .query(
            """
            INSERT INTO draft (user, room, thread, text, reply_to, at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (user, room, thread) DO UPDATE SET text = ?4, reply_to = ?5, at = ?6
            """)
        .bind(member.user.value())
        .bind(member.room)
        .bind(thread(draft))
        .bind(draft.text())
        .bindOptional(draft.replyTo())
        .bind(draft.at().toEpochMilli())
        .update();
  }

  /** One came in at most, so one goes at most. */
  private static void dropOldest(WriteTransaction transaction, UserId user) throws SQLException {
    long count =
        transaction.query("SELECT count(*) FROM draft WHERE user = ?").bind(user.value()).number();
    if (count > MAX_PER_USER) {
      transaction
          .query(
              """
              DELETE FROM draft WHERE (user, room, thread) =
                (SELECT user, room, thread FROM draft WHERE user = ?
                 ORDER BY at, room, thread LIMIT 1)
              """)
          .bind(user.value())
          .update();
    }
  }

  private static long thread(Draft draft) {
    return draft.thread() == null ? 0 : draft.thread();
  }

  @Override
  public Page<Draft> of(UserId user, After after, int limit) {
    return readers.read(connection ->
        Pages.cut(
            connection
                .query(LIST)
                .bind(user.value())
                .bind(after.room())
                .bind(after.thread())
                .bind(limit + 1L)
                .list(SqlDrafts::draft),
            limit));
  }

  private static Draft draft(ResultSet row) throws SQLException {
    long thread = row.getLong(2);
    long replyTo = row.getLong(4);
    return new Draft(
        new RoomId(row.getString(1)),
        thread == 0 ? null : (Long) thread,
        row.getString(3),
        replyTo == 0 ? null : (Long) replyTo,
        Instant.ofEpochMilli(row.getLong(5)));
  }
}
