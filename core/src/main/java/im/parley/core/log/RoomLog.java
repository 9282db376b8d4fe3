package im.parley.core.log;

import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The logs of all rooms, on disk.
 *
 * <p>Every implementation promises:
 *
 * <ul>
 *   <li><b>Order.</b> A room's events have the seqs 1, 2, 3, … with no gap. Drafts that one thread
 *       appends one after the other take their seqs in that order.
 *   <li><b>Once.</b> A draft's (by, key) is looked up first, for ever: a draft that was appended
 *       before, by any process, is {@link Outcome.Repeated} and changes nothing. A key that named
 *       another kind of change, or a change of another room, is refused with {@code conflict}.
 *   <li><b>Rules.</b> {@link RoomRules} is asked inside the transaction, about the state that the
 *       change will meet.
 *   <li><b>Durability.</b> A future completes only after its change has reached the disk. After
 *       that, the change survives the loss of the process and of power.
 *   <li><b>Announcement.</b> Each committed batch is handed to the {@link CommitListener}, in
 *       commit order, before the futures of the batch complete.
 *   <li><b>Bounds.</b> When too many drafts wait, {@link #append} refuses with {@code overloaded}
 *       and keeps nothing.
 * </ul>
 *
 * A future fails with {@link im.parley.protocol.error.RefusedException} when the rules refuse, and
 * with any other exception when the store failed; then the change may or may not have happened, and
 * the same key finds out.
 */
public interface RoomLog {

  /** Which life of the store this is; it changes when the store is restored from a backup. */
  String epoch();

  /** Adds to a room's log. Never blocks. */
  CompletableFuture<Outcome> append(Draft draft);

  /** Makes a room and lets its first members in, in one transaction. Never blocks. */
  CompletableFuture<RoomCreated> create(NewRoom room);

  /**
   * A stretch of a room's log, in order.
   *
   * @param after only events with a larger seq
   * @param limit at most so many, from 1 to 1000
   */
  Page<DurableEvent> events(RoomId room, long after, int limit);

  /**
   * How far rooms have come: the seqs of their newest events.
   *
   * @param rooms at most 1000
   * @return without those that do not exist
   */
  Map<RoomId, Long> heads(Collection<RoomId> rooms);

  /**
   * A page of a room's messages, ascending.
   *
   * @param viewer whose reactions are marked as theirs
   * @param limit at most so many, from 1 to 200
   */
  MessagePage messages(RoomId room, UserId viewer, HistoryWindow window, int limit);

  /**
   * A page of a thread, ascending: the message that it began with, if that comes after {@code
   * after}, and its replies.
   *
   * @param viewer whose reactions are marked as theirs
   * @param root the seq of the message that the thread began with
   * @param after only messages with a larger seq
   * @param limit at most so many, from 1 to 200
   * @return empty when there is no such message
   */
  MessagePage thread(RoomId room, UserId viewer, long root, long after, int limit);

  /** The pinned messages of a room, ascending; at most {@value #MAX_PINS}. */
  MessagePage pins(RoomId room, UserId viewer);

  /** How many messages can be pinned in a room. */
  int MAX_PINS = 100;

  /** How many different emoji a message can have. */
  int MAX_EMOJI = 20;
}
