package im.parley.store.sql;

import im.parley.core.notify.NotifyLevels;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.NotifyLevel;

/** The notify levels, set by the writer. */
final class SqlNotifyLevels implements NotifyLevels {

  private final GroupCommitWriter writer;

  SqlNotifyLevels(GroupCommitWriter writer) {
    this.writer = writer;
  }

  @Override
  public void set(RoomId room, UserId user, NotifyLevel level) {
    writer.carryOut(transaction -> {
      LoadedMember member = transaction.rooms().seat(room, user).member();
      transaction
          .query("UPDATE member SET notify = ? WHERE room = ? AND user = ?")
          .bind(level.wireName())
          .bind(member.room)
          .bind(member.user.value())
          .update();
    });
  }
}
