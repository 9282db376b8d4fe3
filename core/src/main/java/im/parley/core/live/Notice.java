package im.parley.core.live;

import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;

/** News for the live sessions of one user. */
public sealed interface Notice {

  /** The user is in a room now: its events are theirs as well. */
  record Joined(RoomId room) implements Notice {}

  /** Something for the user's own eyes. */
  record Told(SignalEvent event) implements Notice {}

  /**
   * Something for the user's own eyes that one of their sessions knows already.
   *
   * @param here that session: it is not told
   */
  record ToldElsewhere(SignalEvent event, SessionId here) implements Notice {}
}
