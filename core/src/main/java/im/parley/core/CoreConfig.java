package im.parley.core;

import im.parley.core.account.PasswordConfig;
import im.parley.core.live.LiveConfig;
import im.parley.core.outgoing.Patience;
import im.parley.core.session.SessionConfig;

/**
 * The settings of the chat.
 *
 * @param passwords how passwords are hashed
 * @param sessions how long tokens live
 * @param live how live connections are kept
 * @param patience when those are told again who did not take it
 */
public record CoreConfig(
    PasswordConfig passwords, SessionConfig sessions, LiveConfig live, Patience patience) {

  /** The defaults of every part. */
  public static CoreConfig defaults() {
    return new CoreConfig(
        PasswordConfig.defaults(),
        SessionConfig.defaults(),
        LiveConfig.defaults(),
        Patience.usual());
  }
}
