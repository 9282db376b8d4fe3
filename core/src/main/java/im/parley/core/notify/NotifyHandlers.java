package im.parley.core.notify;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Handler;
import im.parley.protocol.command.SetNotify;
import im.parley.protocol.reply.Done;
import java.util.List;

/** Carries out {@code notify.set}. */
public final class NotifyHandlers {

  private final NotifyLevels levels;

  private NotifyHandlers(NotifyLevels levels) {
    this.levels = levels;
  }

  /** The handler of {@code notify.set}. */
  public static List<Handler<?, ?>> of(NotifyLevels levels) {
    return List.of(new Handler.ForSignedIn<>(SetNotify.TYPE, new NotifyHandlers(levels)::set));
  }

  private Done set(Caller.SignedIn caller, SetNotify command) {
    levels.set(command.room(), caller.user(), command.level());
    return new Done();
  }
}
