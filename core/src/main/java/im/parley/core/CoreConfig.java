package im.parley.core;

import im.parley.core.account.PasswordConfig;
import im.parley.core.file.FileConfig;
import im.parley.core.live.LiveConfig;
import im.parley.core.session.SessionConfig;

/**
 * The settings of the chat.
 *
 * @param passwords how passwords are hashed
 * @param sessions how long tokens live
 * @param live how live connections are kept
 * @param files how much may be uploaded
 */
public record CoreConfig(
    PasswordConfig passwords, SessionConfig sessions, LiveConfig live, FileConfig files) {

  /** The defaults of every part. */
  public static CoreConfig defaults() {
    return new CoreConfig(
        PasswordConfig.defaults(),
        SessionConfig.defaults(),
        LiveConfig.defaults(),
        FileConfig.defaults());
  }

  /** The same, with this much to upload. */
  public CoreConfig with(FileConfig other) {
    return new CoreConfig(passwords, sessions, live, other);
  }
}
