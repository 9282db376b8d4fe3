package im.parley.store.sqlite;

import im.parley.core.log.RoomRules;
import im.parley.core.read.ReadMarks;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.ReadPosition;
import im.parley.protocol.view.RoomKind;
import java.sql.SQLException;

/** The read marks, moved by the writer. */
final class SqliteReadMarks implements ReadMarks {

  private final GroupCommitWriter writer;

  SqliteReadMarks(GroupCommitWriter writer) {
    this.writer = writer;
  }

  @Override
  public Marked mark(RoomId room, UserId user, long seq) {
    return writer.write(transaction -> mark(transaction, room, user, seq));
  }

  /** Moves a read mark, in the writer's transaction. */
  static Marked mark(WriteTransaction transaction, RoomId id, UserId user, long seq)
      throws SQLException {
    LoadedRoom room = transaction.rooms().find(id);
    if (room == null) {
      throw RoomRules.noSuchRoom();
    }
    LoadedMember member = transaction.rooms().member(room, user);
    if (member == null) {
      throw room.kind == RoomKind.PUBLIC ? RoomRules.joinFirst() : RoomRules.noSuchRoom();
    }
    long target = Math.min(seq, room.head);
    boolean moves = target > member.readSeq;
    if (moves) {
      member.readNumber = messagesUpTo(transaction, room, target);
      member.readSeq = target;
      transaction.rooms().changed(member);
    }
    long unread = room.messages - member.readNumber;
    long mentions = MentionRows.unread(transaction, member);
    return new Marked(new ReadPosition(member.readSeq, unread, mentions), moves);
  }

  private static long messagesUpTo(WriteTransaction transaction, LoadedRoom room, long seq)
      throws SQLException {
    return transaction
        .query("SELECT messages FROM event WHERE place = ?")
        .bind(Place.of(room.number, seq))
        .number();
  }
}
