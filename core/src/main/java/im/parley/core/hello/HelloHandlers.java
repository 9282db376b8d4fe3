package im.parley.core.hello;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Handler;
import im.parley.protocol.command.Hello;
import im.parley.protocol.command.Ping;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.reply.Done;
import im.parley.protocol.reply.Welcome;
import java.util.List;

/** Carries out what only keeps a connection company. */
public final class HelloHandlers {

  private HelloHandlers() {}

  /** The handlers of {@code ping}, and of a {@code hello} that is not the first. */
  public static List<Handler<?, ?>> all() {
    return List.of(
        new Handler.ForSignedIn<>(Ping.TYPE, (caller, command) -> new Done()),
        new Handler.ForAnyone<>(Hello.TYPE, HelloHandlers::again));
  }

  /** The first hello goes to the {@link Greeter}; nobody becomes another on one connection. */
  private static Welcome again(Caller caller, Hello command) {
    throw new RefusedException(
        Refusal.of(
            ErrorCode.CONFLICT,
            "This connection has said hello already: open another one for another session"));
  }
}
