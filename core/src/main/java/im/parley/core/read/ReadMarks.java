package im.parley.core.read;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.ReadPosition;

/** Keeps how far each member has read each room. */
public interface ReadMarks {

  /**
   * Moves a member's mark forward, durably. A mark never moves back, and never past the room's
   * head. Waits for the store.
   *
   * @return where the mark is now, and whether this call moved it
   * @throws im.parley.protocol.error.RefusedException if the user is not a member: {@code
   *     forbidden} in a public room, {@code not_found} in any other
   */
  Marked mark(RoomId room, UserId user, long seq);

  /**
   * Where a mark is now.
   *
   * @param position how far the user has read
   * @param moved whether it moved
   */
  record Marked(ReadPosition position, boolean moved) {}
}
