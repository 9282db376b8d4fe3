package im.parley.core.dispatch;

import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;

/** Who sends a command. */
public sealed interface Caller {

  /** The network address that the command came from. */
  String address();

  /** Somebody who has proved nothing. */
  record Anonymous(String address) implements Caller {}

  /** A user, through one of their sessions. */
  record SignedIn(UserId user, SessionId session, String address) implements Caller {}
}
