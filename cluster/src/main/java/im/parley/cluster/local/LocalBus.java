package im.parley.cluster.local;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The bus of one process: news go straight to the one listener, on the thread that brings them. */
public final class LocalBus implements NodeBus {

  private final AtomicReference<@Nullable NodeListener> listener = new AtomicReference<>();

  @Override
  public void listen(NodeListener news, RoomLog log) {
    if (!listener.compareAndSet(null, news)) {
      throw new IllegalStateException("One listener is here already");
    }
  }

  @Override
  public void publish(List<DurableEvent> events) {
    here().events(events);
  }

  @Override
  public void signal(RoomId room, Signal signal) {
    here().signal(room, signal);
  }

  @Override
  public void tell(UserId user, Notice notice) {
    here().notice(user, notice);
  }

  @Override
  public void tellHere(UserId user, Notice notice) {
    tell(user, notice);
  }

  @Override
  public void end(UserId user, List<SessionId> sessions) {
    here().ended(user, sessions).join();
  }

  @Override
  public CompletableFuture<Void> follow(RoomId room) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void leave(RoomId room) {}

  @Override
  public CompletableFuture<Void> follow(UserId user) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void leave(UserId user) {}

  private NodeListener here() {
    NodeListener here = listener.get();
    if (here == null) {
      throw new IllegalStateException("Nobody listens yet");
    }
    return here;
  }
}
