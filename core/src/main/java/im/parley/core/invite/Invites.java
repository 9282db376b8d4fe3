package im.parley.core.invite;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Invite;
import java.util.List;

/**
 * The codes that let people into rooms. Who may make one or take it back is asked of {@link
 * im.parley.core.log.RoomRules}, in the transaction that does it. A code is used by {@link
 * im.parley.core.log.Change.Enter}, which checks its time and uses in its own transaction. All
 * calls wait for the store.
 */
public interface Invites {

  /** How many codes of one room work at the same time. */
  int MAX_LIVE_PER_ROOM = 50;

  /**
   * Keeps a new code.
   *
   * @throws RefusedException if its maker may not, or {@code conflict} when the room has {@value
   *     #MAX_LIVE_PER_ROOM} already
   */
  void create(RoomId room, Invite invite);

  /** The codes of a room that work now, newest first. */
  List<Invite> live(RoomId room);

  /**
   * Takes a code back. A code that works no more stays as it is.
   *
   * @throws RefusedException if the user may not, or {@code not_found} when the room never had it
   */
  void revoke(RoomId room, String code, UserId by);

  /**
   * The room that a code is for, whether it still works or not.
   *
   * @throws RefusedException {@code not_found} for a code that nobody made
   */
  RoomId roomOf(String code);

  /** The refusal of a code that nobody made, or that was forgotten. */
  static RefusedException unknown() {
    return RefusedException.notFound(
        "code", "There is no such invite: check the code, or ask for a new one");
  }

  /** The refusal of a code that was used up, has expired or was taken back. */
  static RefusedException gone() {
    return new RefusedException(
        Refusal.of(ErrorCode.GONE, "This invite works no more: ask for a new one", "code"));
  }

  /** The refusal of one code too many. */
  static RefusedException tooMany() {
    return RefusedException.conflict(
        "room", "A room has " + MAX_LIVE_PER_ROOM + " invites at most: take one back first");
  }
}
