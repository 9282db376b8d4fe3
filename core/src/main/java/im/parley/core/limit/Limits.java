package im.parley.core.limit;

import im.parley.core.dispatch.Caller;
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

  /**
   * Before a file is taken in.
   *
   * @throws im.parley.protocol.error.RefusedException {@code rate_limited} after too many
   */
  void beforeUpload(Caller.SignedIn caller);

  /**
   * Before a file is handed out.
   *
   * @throws im.parley.protocol.error.RefusedException {@code rate_limited} after too many
   */
  void beforeDownload(Caller.SignedIn caller);

  /** The password was right: earlier mistakes from this address are forgiven. */
  void passwordWasRight(String username, String address);
}
