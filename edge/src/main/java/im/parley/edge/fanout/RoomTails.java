package im.parley.edge.fanout;

import im.parley.core.live.NodeBus;
import im.parley.protocol.id.RoomId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The tails of all rooms that someone on this node follows, and of those that were followed lately:
 * when everybody loses the network at once, those who come back find the tails as they left them.
 * Of the rooms that nobody follows the one left first is forgotten first. For as long as a room has
 * a tail, the node follows the room on the bus. Safe to share.
 */
final class RoomTails {

  private static final long BUDGET_BYTES = 64L * 1024 * 1024;

  /** What rooms that nobody follows must leave to the others. */
  private static final long RESERVED_BYTES = BUDGET_BYTES / 2;

  /** So many rooms are kept that nobody follows. */
  static final int MAX_LEFT = 4_096;

  private final AtomicLong budget = new AtomicLong(BUDGET_BYTES);
  private final ConcurrentHashMap<RoomId, RoomTail> tails = new ConcurrentHashMap<>();
  private final Map<RoomId, Integer> followingLoops = new HashMap<>();
  private final Map<RoomId, RoomTail> left = new LinkedHashMap<>();
  private final NodeBus bus;

  RoomTails(NodeBus bus) {
    this.bus = bus;
  }

  /** A room's tail, if there is one here. */
  @Nullable RoomTail find(RoomId room) {
    return tails.get(room);
  }

  /** An event loop begins to follow a room. */
  synchronized RoomTail follow(RoomId room) {
    followingLoops.merge(room, 1, Integer::sum);
    left.remove(room);
    return tails.computeIfAbsent(room, _ -> new RoomTail(budget, bus.follow(room)));
  }

  /** An event loop no longer follows a room. */
  synchronized void leave(RoomId room) {
    int loops = followingLoops.merge(room, -1, Integer::sum);
    RoomTail tail = tails.get(room);
    if (loops > 0 || tail == null) {
      return;
    }
    followingLoops.remove(room);
    left.put(room, tail);
    forgetFirstLeft();
  }

  private void forgetFirstLeft() {
    Iterator<Map.Entry<RoomId, RoomTail>> first = left.entrySet().iterator();
    while (first.hasNext() && (left.size() > MAX_LEFT || budget.get() < RESERVED_BYTES)) {
      Map.Entry<RoomId, RoomTail> forgotten = first.next();
      first.remove();
      tails.remove(forgotten.getKey());
      forgotten.getValue().forget();
      bus.leave(forgotten.getKey());
    }
  }
}
