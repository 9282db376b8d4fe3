package im.parley.store.sql;

import im.parley.core.log.Page;
import im.parley.core.read.ReadMarks;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.ReadPosition;
import im.parley.protocol.view.Receipt;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The marks of members, moved by the writer and listed by the readers. */
public final class SqlReadMarks implements ReadMarks {

  static final String RECEIPTS =
      """
      SELECT user, read_seq,
        CASE WHEN delivered_seq > read_seq THEN delivered_seq ELSE read_seq END
      FROM member
      WHERE room = (SELECT number FROM room WHERE id = ?1) AND user > ?2
        AND (read_seq >= ?3 OR delivered_seq >= ?3)
      ORDER BY user LIMIT ?4
      """;

  private final GroupCommitWriter writer;
  private final Readers readers;

  SqlReadMarks(GroupCommitWriter writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public Marked mark(RoomId room, UserId user, long seq) {
    return writer.write(transaction -> mark(transaction, room, user, seq));
  }

  /** Moves a read mark, in the writer's transaction. */
  public static Marked mark(WriteTransaction transaction, RoomId id, UserId user, long seq)
      throws SQLException {
    LoadedRooms.Seat seat = transaction.rooms().seat(id, user);
    LoadedMember member = seat.member();
    long target = Math.min(seq, seat.room().head);
    boolean moves = target > member.readSeq;
    if (moves) {
      member.readNumber = messagesUpTo(transaction, seat.room(), target);
      member.readSeq = target;
      transaction.rooms().changed(member);
    }
    return marked(transaction, seat, moves);
  }

  @Override
  public Marked markDelivered(RoomId room, UserId user, long seq) {
    return writer.write(transaction -> markDelivered(transaction, room, user, seq));
  }

  private static Marked markDelivered(
      WriteTransaction transaction, RoomId id, UserId user, long seq) throws SQLException {
    LoadedRooms.Seat seat = transaction.rooms().seat(id, user);
    LoadedMember member = seat.member();
    long target = Math.min(seq, seat.room().head);
    boolean moves = target > member.delivered();
    if (moves) {
      member.deliveredSeq = target;
      transaction.rooms().changed(member);
    }
    return marked(transaction, seat, moves);
  }

  private static Marked marked(WriteTransaction transaction, LoadedRooms.Seat seat, boolean moved)
      throws SQLException {
    LoadedMember member = seat.member();
    long unread = seat.room().messages - member.readNumber;
    return new Marked(
        new ReadPosition(
            member.readSeq, unread, MentionRows.unread(transaction, member), member.readNumber),
        member.delivered(),
        moved,
        seat.room().members);
  }

  private static long messagesUpTo(WriteTransaction transaction, LoadedRoom room, long seq)
      throws SQLException {
    return transaction
        .query("SELECT messages FROM event WHERE place = ?")
        .bind(Place.of(room.number, seq))
        .number();
  }

  @Override
  public Page<Receipt> receipts(RoomId room, long target, @Nullable UserId after, int limit) {
    return readers.read(connection ->
        Pages.cut(
            connection
                .query(RECEIPTS)
                .bind(room.value())
                .bind(after == null ? "" : after.value())
                .bind(target)
                .bind(limit + 1L)
                .list(row ->
                    new Receipt(new UserId(row.getString(1)), row.getLong(2), row.getLong(3))),
            limit));
  }
}
