package im.parley.core.dispatch;

import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import java.util.Optional;

/** Who sends a command. */
public sealed interface Caller {

  /** The network address that the command came from. */
  String address();

  /** Somebody who has proved nothing. */
  record Anonymous(String address) implements Caller {}

  /**
   * A user, through one of their sessions.
   *
   * @param line the live connection that the command came through; empty for one that came alone
   */
  record SignedIn(UserId user, SessionId session, String address, Optional<Line> line)
      implements Caller {

    /** Somebody without a live connection. */
    public SignedIn(UserId user, SessionId session, String address) {
      this(user, session, address, Optional.empty());
    }

    /** The same, through this live connection. */
    public SignedIn through(Line live) {
      return new SignedIn(user, session, address, Optional.of(live));
    }
  }
}
