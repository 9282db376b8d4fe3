package im.parley.core.expiry;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The messages whose time will be over, by the wall clock of the server. */
public interface Expiries {

  /** When the time of the next one is over; empty when there is none. Waits for the store. */
  Optional<Instant> next();

  /** Messages whose time is over and that still stand, the earliest first. Waits for the store. */
  List<Due> due(Instant now, int limit);

  /**
   * A message whose time is over.
   *
   * @param room where it was said
   * @param seq its place there
   * @param by who wrote it
   */
  record Due(RoomId room, long seq, UserId by) {}

  /**
   * Takes one back: a {@code message.deleted} in its writer's name, with {@code expired}, in the
   * transaction that does whatever a deletion does. So it happens once, whoever asks and how often.
   * No rule is asked: the room may be closed, the writer may have left. Never waits.
   *
   * @return whether this is what took it back; false if it was gone before, or its time is not over
   */
  CompletableFuture<Boolean> expire(Due due);
}
