package im.parley.core.push;

import im.parley.protocol.id.RoomId;
import java.util.Optional;

/** Knows whom a message could be pushed to. */
@FunctionalInterface
public interface PushAudience {

  /**
   * The message with everybody in the room who has a browser, apart from whoever wrote it. It costs
   * in proportion to them, not to the members of the room. Waits for the store.
   *
   * @return empty when there is no such message, when it was taken back, and when nobody has one
   */
  Optional<Occasion> of(RoomId room, long seq);
}
