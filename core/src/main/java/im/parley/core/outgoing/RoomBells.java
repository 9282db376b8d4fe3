package im.parley.core.outgoing;

import im.parley.core.log.CommitListener;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.id.RoomId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Wakes those who read a room's log when there is more of it. */
public final class RoomBells implements CommitListener {

  private final ConcurrentHashMap<RoomId, Set<Runnable>> bells = new ConcurrentHashMap<>();

  @Override
  public void committed(List<DurableEvent> events) {
    if (bells.isEmpty()) {
      return;
    }
    for (DurableEvent event : events) {
      bells.getOrDefault(event.room(), Set.of()).forEach(Runnable::run);
    }
  }

  /** From now on this bell, which must be quick, rings after each commit to the room. */
  void hang(RoomId room, Runnable bell) {
    bells.computeIfAbsent(room, _ -> ConcurrentHashMap.newKeySet()).add(bell);
  }

  /** This bell rings no more. */
  void takeDown(RoomId room, Runnable bell) {
    bells.computeIfPresent(
        room,
        (_, hung) -> {
          hung.remove(bell);
          return hung.isEmpty() ? null : hung;
        });
  }
}
