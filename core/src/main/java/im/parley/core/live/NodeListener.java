package im.parley.core.live;

import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import java.util.List;

/** Where a node's news arrive. No call may block. */
public interface NodeListener {

  /** Durable events. The bus may repeat or lose some; within a room it never reorders. */
  void events(List<DurableEvent> events);

  /** Something of the moment, for everyone in the room. */
  void signal(RoomId room, Signal signal);

  /** News for one user's sessions. */
  void notice(UserId user, Notice notice);
}
