package im.parley.core.limit;

import im.parley.core.dispatch.CommandPolicy;
import im.parley.protocol.id.UserId;

/** Admits commands, and guesses at passwords. */
public interface Limits extends CommandPolicy {

  /**
   * Before a password is looked at. It counts as wrong until {@link #passwordWasRight}, so that
   * guesses made at once are counted as well.
   *
   * @throws im.parley.protocol.error.RefusedException {@code rate_limited} after too many wrong
   *     ones
   */
  void beforePassword(String username, String address);

  /**
   * Before a hook says something: it may write as often as a user.
   *
   * @throws im.parley.protocol.error.RefusedException {@code rate_limited}
   */
  void beforeHook(UserId hook);

  /** The password was right: earlier mistakes from this address are forgiven. */
  void passwordWasRight(String username, String address);
}
