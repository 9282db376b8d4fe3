package im.parley.edge.testing;

import im.parley.core.live.NodeBus;
import im.parley.core.live.NodeListener;
import im.parley.core.live.Notice;
import im.parley.core.log.RoomLog;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A bus that carries nothing and knows who follows what; the test says when rooms are heard. */
public final class FakeNodeBus implements NodeBus {

  /** How often each room is followed. */
  public final Map<RoomId, Integer> rooms = new ConcurrentHashMap<>();

  /** How often each user is followed. */
  public final Map<UserId, Integer> users = new ConcurrentHashMap<>();

  /** When the next rooms are heard that are followed. */
  public volatile CompletableFuture<Void> heard = CompletableFuture.completedFuture(null);

  @Override
  public CompletableFuture<Void> follow(RoomId room) {
    count(rooms, room, 1);
    return heard;
  }

  @Override
  public void leave(RoomId room) {
    count(rooms, room, -1);
  }

  @Override
  public CompletableFuture<Void> follow(UserId user) {
    count(users, user, 1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void leave(UserId user) {
    count(users, user, -1);
  }

  private static <T> void count(Map<T, Integer> followed, T what, int more) {
    followed.merge(what, more, (before, change) -> before + change == 0 ? null : before + change);
  }

  @Override
  public void listen(NodeListener listener, RoomLog log) {}

  @Override
  public void publish(List<DurableEvent> events) {}

  @Override
  public void signal(RoomId room, Signal signal) {}

  @Override
  public void tell(UserId user, Notice notice) {}

  @Override
  public void tellHere(UserId user, Notice notice) {}

  @Override
  public void end(UserId user, List<SessionId> sessions) {}
}
