package im.parley.core.live;

import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where a node's news arrive. No call may block, but {@link #alone}. */
public interface NodeListener {

  /**
   * Durable events. Within a room that is followed they come in order, without a gap or a repeat,
   * one call at a time.
   */
  void events(List<DurableEvent> events);

  /** Something of the moment, for everyone in the room. */
  void signal(RoomId room, Signal signal);

  /** News for one user's sessions. */
  void notice(UserId user, Notice notice);

  /**
   * Sessions of one user have ended.
   *
   * @return completes when their conversations are over
   */
  CompletableFuture<Void> ended(UserId user, List<SessionId> sessions);

  /**
   * Other nodes cannot be heard. Called again and again until they can: what they would have said
   * of sessions that ended is to be looked up. May wait for the store.
   */
  void alone();

  /** Other nodes can be heard again. What they said meanwhile, beyond the rooms' logs, is lost. */
  void reunited();
}
