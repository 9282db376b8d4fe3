package im.parley.core.limit;

import im.parley.core.dispatch.CommandPolicy;

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

  /** The password was right: earlier mistakes from this address are forgiven. */
  void passwordWasRight(String username, String address);
}
