package im.parley.core.outgoing;

import im.parley.core.outbound.WebhookSecret;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Outgoing;
import java.util.List;

/**
 * The outgoing webhooks of rooms, and how far each has been told. Who may make or delete one is
 * asked of {@link im.parley.core.log.RoomRules}, in the transaction that does it. All calls wait
 * for the store; changes are durable when they return.
 */
public interface OutgoingHooks {

  /** How many outgoing webhooks one room may have. */
  int MAX_PER_ROOM = 10;

  /**
   * Keeps a new one. It is told what comes after the room's head of this moment.
   *
   * @param wanted what is wanted; its id and seq do not count
   * @return as it was kept
   * @throws RefusedException if its maker may not, or {@code conflict} when the room has {@value
   *     #MAX_PER_ROOM} already
   */
  Outgoing create(Outgoing wanted, WebhookSecret secret);

  /** Those of a room, the oldest first. */
  List<Outgoing> of(RoomId room);

  /** All that are not disabled. */
  List<Active> active();

  /**
   * Forgets one.
   *
   * @throws RefusedException if the user may not, or {@code not_found} when the room has none of
   *     this id
   */
  void delete(RoomId room, long id, UserId by);

  /** It has been told everything up to here; false when it is no longer there. */
  boolean advance(long id, long seq);

  /** It is told nothing more. */
  void disable(long id, String reason);

  /**
   * One that is to be told.
   *
   * @param hook what is wanted, and how far it is
   * @param secret what requests are signed with
   */
  record Active(Outgoing hook, WebhookSecret secret) {}

  /** The refusal for one that the room does not have. */
  static RefusedException unknown() {
    return RefusedException.notFound("outgoing", "There is no such outgoing webhook in this room");
  }

  /** The refusal of one too many. */
  static RefusedException tooMany() {
    return RefusedException.conflict(
        "room", "A room has " + MAX_PER_ROOM + " outgoing webhooks at most: delete one first");
  }
}
