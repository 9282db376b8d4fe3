package im.parley.core.presence;

import im.parley.protocol.id.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Where users are on other nodes, as far as those can be heard; and what this node tells them. Only
 * {@link #activeAt} waits.
 */
public interface OtherNodes {

  /** Who hears where users are. Called on any thread, never from within another method here. */
  interface Listener {

    /** A user has a live session on another node, and used one last at this time. */
    void thereElsewhere(UserId user, Instant activeAt);

    /** A user has no live session on any other node, since this time. */
    void goneElsewhere(UserId user, Instant since);

    /** A user has chosen, on another node, how they want to be seen. */
    void choseElsewhere(UserId user, PresenceRecord kept);

    /** Other nodes may have forgotten who is here. */
    void sayAgain();
  }

  /** From now on the listener hears of those who are followed. Called once, first. */
  void listen(Listener listener);

  /** The listener wants to hear of a user. */
  void follow(UserId user);

  /** It does not any more. */
  void leave(UserId user);

  /** A user has a live session here, and used one at this time. */
  void here(UserId user, Instant activeAt);

  /** A user has no live session here any more. */
  void gone(UserId user, Instant at);

  /** A user has chosen here, and this is kept. */
  void chose(UserId user, PresenceRecord kept);

  /**
   * When a user who is not followed last used a session on another node, if they have one there.
   * Waits, a moment at most; who cannot be found within it is not there.
   */
  Optional<Instant> activeAt(UserId user);
}
