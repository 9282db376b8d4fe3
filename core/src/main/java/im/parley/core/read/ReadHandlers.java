package im.parley.core.read;

import static java.util.Objects.requireNonNull;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Handler;
import im.parley.core.live.Bus;
import im.parley.core.live.Notice;
import im.parley.core.log.Page;
import im.parley.core.room.RoomAccess;
import im.parley.core.room.Rooms;
import im.parley.protocol.command.ListReceipts;
import im.parley.protocol.command.MarkDelivered;
import im.parley.protocol.command.MarkRead;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.ReadPosition;
import im.parley.protocol.reply.Receipts;
import im.parley.protocol.view.Receipt;
import java.util.List;

/** Carries out what concerns how far rooms have reached people, and how far they have read. */
public final class ReadHandlers {

  /** A larger room is not told of each reader: every message would bring a signal a member. */
  static final long MAX_MEMBERS_TOLD = 100;

  private final ReadMarks marks;
  private final RoomAccess access;
  private final Bus bus;

  private ReadHandlers(ReadMarks marks, RoomAccess access, Bus bus) {
    this.marks = marks;
    this.access = access;
    this.bus = bus;
  }

  /** The handlers of {@code read.mark}, {@code delivered.mark} and {@code receipt.list}. */
  public static List<Handler<?, ?>> of(ReadMarks marks, Rooms rooms, Bus bus) {
    ReadHandlers handlers = new ReadHandlers(marks, new RoomAccess(rooms), bus);
    return List.of(
        new Handler.ForSignedIn<>(MarkRead.TYPE, handlers::markRead),
        new Handler.ForSignedIn<>(MarkDelivered.TYPE, handlers::markDelivered),
        new Handler.ForSignedIn<>(ListReceipts.TYPE, handlers::receipts));
  }

  private ReadPosition markRead(Caller.SignedIn caller, MarkRead command) {
    ReadMarks.Marked marked = marks.mark(command.room(), caller.user(), command.seq());
    ReadPosition position = marked.position();
    announce(command.room(), marked, new Signal.Receipt(caller.user(), position.read(), null));
    if (marked.moved()) {
      tellWhatIsLeft(command.room(), caller.user(), position);
    }
    return position;
  }

  private ReadPosition markDelivered(Caller.SignedIn caller, MarkDelivered command) {
    ReadMarks.Marked marked = marks.markDelivered(command.room(), caller.user(), command.seq());
    announce(command.room(), marked, new Signal.Receipt(caller.user(), null, marked.delivered()));
    return marked.position();
  }

  /** The room learns how far a member has come. */
  private void announce(RoomId room, ReadMarks.Marked marked, Signal.Receipt receipt) {
    if (marked.moved() && marked.members() <= MAX_MEMBERS_TOLD) {
      bus.signal(room, receipt);
    }
  }

  /** To the reader's own devices. */
  private void tellWhatIsLeft(RoomId room, UserId reader, ReadPosition position) {
    Signal unread =
        new Signal.RoomUnread(
            position.unread(), position.mentions(), position.read(), position.number());
    bus.tell(reader, new Notice.Told(new SignalEvent(room, unread)));
  }

  private Receipts receipts(Caller.SignedIn caller, ListReceipts command) {
    access.requireMember(command.room(), caller.user());
    long target = command.target() == null ? 0 : command.target();
    Page<Receipt> page =
        marks.receipts(command.room(), target, command.after(), requireNonNull(command.limit()));
    return new Receipts(page.items(), page.more());
  }
}
