package im.parley.core.live;

import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import java.util.List;

/**
 * Carries news to every node that has someone for it, this one included. It is a hint, at most
 * once: what is durable is in the log, and whoever finds a gap in the seqs reads it there. No call
 * blocks or fails.
 */
public interface Bus {

  /** Tells of what was committed. Each room's events come in seq order. */
  void publish(List<DurableEvent> events);

  /** Tells everyone in a room of something of the moment. */
  void signal(RoomId room, Signal signal);

  /** Tells the live sessions of one user. */
  void tell(UserId user, Notice notice);

  /** From now on this node's news go to the listener. Called once, before any other method. */
  void listen(NodeListener listener);
}
