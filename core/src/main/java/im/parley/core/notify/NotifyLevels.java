package im.parley.core.notify;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.NotifyLevel;

/** Keeps which messages of a room should draw each member's attention. */
public interface NotifyLevels {

  /**
   * Sets a member's level, durably. Waits for the store. Whoever leaves the room and comes back
   * begins with {@code all} again.
   *
   * @throws im.parley.protocol.error.RefusedException if the user is not a member: {@code
   *     forbidden} in a public room, {@code not_found} in any other
   */
  void set(RoomId room, UserId user, NotifyLevel level);
}
