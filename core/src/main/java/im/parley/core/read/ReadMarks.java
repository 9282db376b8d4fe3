package im.parley.core.read;

import im.parley.core.log.Page;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.ReadPosition;
import im.parley.protocol.view.Receipt;
import org.jspecify.annotations.Nullable;

/** Keeps how far each room has reached each member, and how far they have read it. */
public interface ReadMarks {

  /**
   * Moves a member's read mark forward, durably. A mark never moves back, and never past the room's
   * head. Waits for the store.
   *
   * @return where the mark is now, and whether this call moved it
   * @throws im.parley.protocol.error.RefusedException if the user is not a member: {@code
   *     forbidden} in a public room, {@code not_found} in any other
   */
  Marked mark(RoomId room, UserId user, long seq);

  /**
   * Moves a member's mark of what has reached one of their devices, by the same rules. What was
   * read has been delivered: a mark up to there does not move.
   *
   * @throws im.parley.protocol.error.RefusedException as {@link #mark}
   */
  Marked markDelivered(RoomId room, UserId user, long seq);

  /**
   * How far members have come, by user id. Waits for the store.
   *
   * @param target only those whom at least this seq has reached; 0 for all
   * @param after the last user of the page before
   */
  Page<Receipt> receipts(RoomId room, long target, @Nullable UserId after, int limit);

  /**
   * Where a member's marks are now.
   *
   * @param position how far the user has read
   * @param delivered how far the room has reached them: never less than they have read
   * @param moved whether the mark moved
   * @param members how many members the room has
   */
  record Marked(ReadPosition position, long delivered, boolean moved, long members) {}
}
