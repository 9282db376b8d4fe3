package im.parley.cluster.redis;

import im.parley.core.live.Notice;
import im.parley.core.presence.PresenceRecord;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import java.time.Instant;
import java.util.List;

/** What one node tells others. */
sealed interface Message {

  /** On a room's channel: these events were committed, in this order. */
  record Committed(List<DurableEvent> events) implements Message {}

  /** On a room's channel: something of the moment. */
  record Moment(RoomId room, Signal signal) implements Message {}

  /** On a user's channel: something for their sessions. */
  record Told(UserId user, Notice notice) implements Message {}

  /**
   * On a user's channel: these sessions are no more. Every node that hears it, the asking one
   * included, closes their conversations and then answers.
   *
   * @param request what the answer names
   */
  record Ended(UserId user, List<SessionId> sessions, long request) implements Message {}

  /** On the asking node's channel: they are over on the sending node. */
  record EndedHere(long request) implements Message {}

  /** On the channel of all nodes, each second: the sending node lives, and hears itself. */
  record Beat(long number) implements Message {}

  /** On the channel of all nodes: the sending node ends, in good order. */
  record Farewell() implements Message {}

  /** On a user's channel: they have a live session on the sending node, and used one then. */
  record There(UserId user, Instant activeAt) implements Message {}

  /** On a user's channel: they have no live session on the sending node any more. */
  record NotThere(UserId user, Instant since) implements Message {}

  /** On a user's channel: this is kept of their presence now. */
  record Chose(UserId user, PresenceRecord record) implements Message {}
}
