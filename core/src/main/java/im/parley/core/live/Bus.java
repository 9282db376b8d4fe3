package im.parley.core.live;

import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import java.util.List;

/**
 * Carries news to every node that has someone for it, this one included. It is a hint, at most
 * once: what is durable is in the log, and whoever finds a gap in the seqs reads it there. No call
 * but {@link #end} fails or blocks.
 */
public interface Bus {

  /** Tells of what was committed. Each room's events come in seq order. */
  void publish(List<DurableEvent> events);

  /** Tells everyone in a room of something of the moment. */
  void signal(RoomId room, Signal signal);

  /** Tells the live sessions of one user. */
  void tell(UserId user, Notice notice);

  /** Tells those live sessions of one user that are on this node. */
  void tellHere(UserId user, Notice notice);

  /**
   * Ends the conversations of sessions that are no more, and waits until they are over on every
   * node: at most as long as a node that hears nothing takes to look for itself.
   *
   * @throws im.parley.protocol.error.RefusedException {@code unavailable} if other nodes could not
   *     be told; the same call again finds out
   */
  void end(UserId user, List<SessionId> sessions);
}
