package im.parley.core.message;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import im.parley.core.dispatch.Caller;
import im.parley.core.log.HistoryWindow;
import im.parley.core.log.MessagePage;
import im.parley.core.log.Page;
import im.parley.core.log.RoomLog;
import im.parley.core.room.RoomAccess;
import im.parley.protocol.command.GetHistory;
import im.parley.protocol.command.GetThread;
import im.parley.protocol.command.ListEvents;
import im.parley.protocol.command.ListPins;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.reply.Events;
import im.parley.protocol.reply.Messages;

/** Shows members what was said, and the log itself. */
final class ReadLogHandlers {

  private final RoomLog log;
  private final RoomAccess access;

  ReadLogHandlers(RoomLog log, RoomAccess access) {
    this.log = log;
    this.access = access;
  }

  Messages history(Caller.SignedIn caller, GetHistory command) {
    access.requireMember(command.room(), caller.user());
    return reply(
        log.messages(
            command.room(), caller.user(), window(command), requireNonNull(command.limit())));
  }

  private static Messages reply(MessagePage page) {
    return new Messages(page.items(), page.more(), page.head());
  }

  Messages thread(Caller.SignedIn caller, GetThread command) {
    access.requireMember(command.room(), caller.user());
    long after = requireNonNullElse(command.after(), 0L);
    MessagePage page =
        log.thread(
            command.room(),
            caller.user(),
            command.target(),
            after,
            requireNonNull(command.limit()));
    if (after < command.target() && page.items().isEmpty()) {
      throw RefusedException.notFound("target", "There is no such message in this room");
    }
    return reply(page);
  }

  Messages pins(Caller.SignedIn caller, ListPins command) {
    access.requireMember(command.room(), caller.user());
    return reply(log.pins(command.room(), caller.user()));
  }

  Events events(Caller.SignedIn caller, ListEvents command) {
    access.requireMember(command.room(), caller.user());
    Page<DurableEvent> page =
        log.events(
            command.room(), requireNonNull(command.after()), requireNonNull(command.limit()));
    return new Events(page.items(), page.more());
  }

  private static HistoryWindow window(GetHistory command) {
    Long before = command.before();
    Long after = command.after();
    Long around = command.around();
    if (before != null) {
      return new HistoryWindow.Before(before);
    }
    if (after != null) {
      return new HistoryWindow.After(after);
    }
    return around != null ? new HistoryWindow.Around(around) : new HistoryWindow.Newest();
  }
}
