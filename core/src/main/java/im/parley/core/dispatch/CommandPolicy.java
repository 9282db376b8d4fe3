package im.parley.core.dispatch;

import im.parley.protocol.command.CommandType;

/** Whether a command may be carried out at all: is its caller signed in, and within rate? */
public interface CommandPolicy {

  /**
   * Lets a command in.
   *
   * @throws im.parley.protocol.error.RefusedException {@code unauthenticated} or {@code
   *     rate_limited}, with {@code retryAfterMs}
   */
  void admit(Caller caller, CommandType<?, ?> type);
}
