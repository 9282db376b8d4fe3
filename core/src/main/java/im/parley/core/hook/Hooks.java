package im.parley.core.hook;

import im.parley.core.session.TokenHash;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Hook;
import java.util.List;
import java.util.Optional;

/**
 * The addresses of rooms for messages from elsewhere. Each has a bot of its own, which is in the
 * room while the hook is there. Who may make or delete one is asked of {@link
 * im.parley.core.log.RoomRules}, in the transaction that does it. All calls wait for the store.
 */
public interface Hooks {

  /** How many hooks one room may have. */
  int MAX_PER_ROOM = 20;

  /**
   * Keeps a new hook, makes its bot, and brings that into the room.
   *
   * @param username of the bot
   * @param secret what the hook is known by
   * @throws RefusedException if its maker may not, or {@code conflict} when the room has {@value
   *     #MAX_PER_ROOM} already
   */
  void create(Hook hook, String username, TokenHash secret);

  /** The hooks of a room, the oldest first. */
  List<Hook> of(RoomId room);

  /** The hook that is known by this secret. */
  Optional<Hook> bySecret(TokenHash secret);

  /**
   * Forgets a hook, and takes its bot out of the room.
   *
   * @throws RefusedException if the user may not, or {@code not_found} when the room has no such
   *     hook
   */
  void delete(RoomId room, UserId hook, UserId by);

  /** The refusal for a hook that the room does not have. */
  static RefusedException unknown() {
    return RefusedException.notFound("hook", "There is no such webhook in this room");
  }

  /** The refusal of one hook too many. */
  static RefusedException tooMany() {
    return RefusedException.conflict(
        "room", "A room has " + MAX_PER_ROOM + " webhooks at most: delete one first");
  }
}
