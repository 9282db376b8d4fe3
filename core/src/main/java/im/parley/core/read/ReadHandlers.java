package im.parley.core.read;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Handler;
import im.parley.core.live.Bus;
import im.parley.core.live.Notice;
import im.parley.protocol.command.MarkRead;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.ReadPosition;
import java.util.List;

/** Carries out what concerns how far people have read. */
public final class ReadHandlers {

  private final ReadMarks marks;
  private final Bus bus;

  private ReadHandlers(ReadMarks marks, Bus bus) {
    this.marks = marks;
    this.bus = bus;
  }

  /** The handler of {@code read.mark}. */
  public static List<Handler<?, ?>> of(ReadMarks marks, Bus bus) {
    return List.of(
        new Handler.ForSignedIn<>(MarkRead.TYPE, new ReadHandlers(marks, bus)::markRead));
  }

  private ReadPosition markRead(Caller.SignedIn caller, MarkRead command) {
    ReadMarks.Marked marked = marks.mark(command.room(), caller.user(), command.seq());
    if (marked.moved()) {
      announce(command.room(), caller.user(), marked.position());
    }
    return marked.position();
  }

  /** The room learns how far its reader has come; the reader's other devices, what is left. */
  private void announce(RoomId room, UserId reader, ReadPosition position) {
    bus.signal(room, new Signal.Receipt(reader, position.read(), null));
    Signal unread = new Signal.RoomUnread(position.unread(), position.mentions(), position.read());
    bus.tell(reader, new Notice.Told(new SignalEvent(room, unread)));
  }
}
