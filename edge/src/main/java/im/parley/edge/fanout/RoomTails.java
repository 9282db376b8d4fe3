package im.parley.edge.fanout;

import im.parley.protocol.id.RoomId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The tails of all rooms that someone on this node follows. */
final class RoomTails {

  private static final long BUDGET_BYTES = 64L * 1024 * 1024;

  private final AtomicLong budget = new AtomicLong(BUDGET_BYTES);
  private final ConcurrentHashMap<RoomId, Followed> rooms = new ConcurrentHashMap<>();

  /** A room's tail, if anyone here follows it. */
  @Nullable RoomTail find(RoomId room) {
    Followed followed = rooms.get(room);
    return followed == null ? null : followed.tail();
  }

  /** An event loop begins to follow a room. */
  RoomTail follow(RoomId room) {
    return rooms.merge(room, new Followed(new RoomTail(budget), 1), (old, _) -> old.and(1)).tail();
  }

  /** An event loop no longer follows a room. */
  void leave(RoomId room) {
    rooms.computeIfPresent(
        room,
        (_, followed) -> {
          Followed left = followed.and(-1);
          if (left.loops() > 0) {
            return left;
          }
          left.tail().clear();
          return null;
        });
  }

  /** A tail, and how many event loops follow its room. */
  private record Followed(RoomTail tail, int loops) {
    Followed and(int more) {
      return new Followed(tail, loops + more);
    }
  }
}
