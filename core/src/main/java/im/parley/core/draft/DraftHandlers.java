package im.parley.core.draft;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Handler;
import im.parley.core.live.Bus;
import im.parley.core.live.Notice;
import im.parley.core.log.Page;
import im.parley.protocol.command.ListDrafts;
import im.parley.protocol.command.SetDraft;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Done;
import im.parley.protocol.view.Draft;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Carries out what concerns drafts. */
public final class DraftHandlers {

  private final Drafts drafts;
  private final Bus bus;
  private final InstantSource clock;

  private DraftHandlers(Drafts drafts, Bus bus, InstantSource clock) {
    this.drafts = drafts;
    this.bus = bus;
    this.clock = clock;
  }

  /** The handlers of {@code draft.*}. */
  public static List<Handler<?, ?>> of(Drafts drafts, Bus bus, InstantSource clock) {
    DraftHandlers handlers = new DraftHandlers(drafts, bus, clock);
    return List.of(
        new Handler.ForSignedIn<>(SetDraft.TYPE, handlers::set),
        new Handler.ForSignedIn<>(ListDrafts.TYPE, handlers::list));
  }

  private Done set(Caller.SignedIn caller, SetDraft command) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    drafts.set(
        caller.user(),
        new Draft(command.room(), command.thread(), command.text(), command.replyTo(), now));
    Signal changed =
        new Signal.DraftChanged(command.thread(), command.text(), command.replyTo(), now);
    SignalEvent event = new SignalEvent(command.room(), changed);
    bus.tell(caller.user(), new Notice.ToldElsewhere(event, caller.session()));
    return new Done();
  }

  private im.parley.protocol.reply.Drafts list(Caller.SignedIn caller, ListDrafts command) {
    RoomId room = command.after();
    Drafts.After after =
        room == null
            ? Drafts.After.NOTHING
            : Drafts.After.of(room, requireNonNullElse(command.afterThread(), 0L));
    Page<Draft> page = drafts.of(caller.user(), after, requireNonNull(command.limit()));
    return new im.parley.protocol.reply.Drafts(page.items(), page.more());
  }
}
