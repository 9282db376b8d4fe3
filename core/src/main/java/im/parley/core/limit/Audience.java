package im.parley.core.limit;

import im.parley.core.dispatch.Caller;
import im.parley.protocol.command.CommandType;
import im.parley.protocol.error.RefusedException;

/** Whether a command is for its caller. */
final class Audience {

  private Audience() {}

  static void require(CommandType<?, ?> type, Caller caller) {
    if (type.audience() == CommandType.Audience.SIGNED_IN && caller instanceof Caller.Anonymous) {
      throw RefusedException.unauthenticated("Sign in first: this needs an access token");
    }
  }
}
