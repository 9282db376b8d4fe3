package im.parley.core.room;

import im.parley.core.log.RoomRules;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.RoomSummary;

/**
 * Who may look into a room: its members. Anyone may see what a public room is called and about, and
 * nobody else may know that a private one is there. What changes a room is not asked here, but in
 * {@link RoomRules}, by the commit.
 */
public final class RoomAccess {

  private final Rooms rooms;

  public RoomAccess(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * The room as the viewer sees it.
   *
   * @throws RefusedException {@code not_found} for a room that the viewer may not know of
   */
  public RoomSummary see(RoomId room, UserId viewer) {
    return rooms.find(room, viewer).orElseThrow(RoomRules::noSuchRoom);
  }

  /**
   * Lets members pass.
   *
   * @throws RefusedException {@code forbidden} in a public room, {@code not_found} in any other
   */
  public void requireMember(RoomId room, UserId user) {
    if (rooms.isMember(room, user)) {
      return;
    }
    throw rooms.find(room, user).isPresent() ? RoomRules.joinFirst() : RoomRules.noSuchRoom();
  }
}
