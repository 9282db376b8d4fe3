package im.parley.edge.session;

import im.parley.core.live.NodeListener;
import im.parley.core.live.Notice;
import im.parley.edge.fanout.FanOut;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Takes this node's news to its rooms and people. */
public final class NodeNews implements NodeListener {

  private final FanOut fanOut;
  private final LiveSessions sessions;

  public NodeNews(FanOut fanOut, LiveSessions sessions) {
    this.fanOut = fanOut;
    this.sessions = sessions;
  }

  @Override
  public void events(List<DurableEvent> events) {
    fanOut.deliver(events);
  }

  @Override
  public void signal(RoomId room, Signal signal) {
    fanOut.signal(room, signal);
  }

  @Override
  public void notice(UserId user, Notice notice) {
    sessions.notice(user, notice);
  }

  @Override
  public CompletableFuture<Void> ended(UserId user, List<SessionId> ended) {
    return sessions.ended(user, ended);
  }

  @Override
  public void alone() {
    sessions.closeEnded();
  }

  @Override
  public void reunited() {
    sessions.sendBack();
  }
}
