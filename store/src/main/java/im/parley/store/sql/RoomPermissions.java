package im.parley.store.sql;

import im.parley.core.log.RoomPermission;
import im.parley.core.log.RoomRules;
import im.parley.core.log.Standing;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.RoomKind;
import java.sql.SQLException;

/** Asks whether a user may do what a room's log does not speak of, within a transaction. */
final class RoomPermissions {

  private final WriteTransaction transaction;

  RoomPermissions(WriteTransaction transaction) {
    this.transaction = transaction;
  }

  /** The room, if the user has this permission in it. */
  LoadedRoom require(RoomId id, UserId user, RoomPermission permission) throws SQLException {
    LoadedRoom room = transaction.rooms().find(id);
    LoadedMember member = room == null ? null : transaction.rooms().member(room, user);
    if (room == null || (member == null && room.kind != RoomKind.PUBLIC)) {
      throw RoomRules.noSuchRoom();
    }
    MemberWork members = new MemberWork(transaction, new Ledger(transaction));
    Standing standing =
        new Standing(
            room.kind,
            member == null ? null : member.role,
            null,
            true,
            null,
            null,
            room.owners,
            room.members,
            members.restraints(room, user, member, null));
    RoomRules.require(permission, standing);
    return room;
  }
}
