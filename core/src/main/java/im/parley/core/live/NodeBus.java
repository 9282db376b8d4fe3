package im.parley.core.live;

import im.parley.core.log.RoomLog;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import java.util.concurrent.CompletableFuture;

/** The bus, as the node sees that is on it: what it wants to hear of, and who listens. */
public interface NodeBus extends Bus {

  /**
   * From now on this node's news go to the listener. Called once, before any other method.
   *
   * @param log where it is read what other nodes committed and nobody told
   */
  void listen(NodeListener listener, RoomLog log);

  /**
   * This node wants a room's news until as many calls of {@link #leave(RoomId)}.
   *
   * @return completes when nothing is missed any more: whoever reads the log then, and takes the
   *     events that come, has all of it. It never fails
   */
  CompletableFuture<Void> follow(RoomId room);

  /** Undoes one {@link #follow(RoomId)}. */
  void leave(RoomId room);

  /**
   * This node wants a user's notices until as many calls of {@link #leave(UserId)}.
   *
   * @return completes when no notice is missed any more, or when none can be heard. It never fails
   */
  CompletableFuture<Void> follow(UserId user);

  /** Undoes one {@link #follow(UserId)}. */
  void leave(UserId user);
}
