package im.parley.core.report;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Handler;
import im.parley.core.live.Bus;
import im.parley.core.live.Notice;
import im.parley.core.log.Page;
import im.parley.core.log.RoomPermission;
import im.parley.core.log.RoomRules;
import im.parley.core.room.RoomAccess;
import im.parley.protocol.command.ListReports;
import im.parley.protocol.command.ReportMessage;
import im.parley.protocol.command.ResolveReport;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Done;
import im.parley.protocol.view.Report;
import im.parley.protocol.view.RoomSummary;
import java.util.List;

/** Takes reports of messages to those who keep order in the room. */
public final class ReportHandlers {

  private final Reports reports;
  private final RoomAccess access;
  private final Bus bus;

  private ReportHandlers(Reports reports, RoomAccess access, Bus bus) {
    this.reports = reports;
    this.access = access;
    this.bus = bus;
  }

  /** The handlers of {@code message.report}, {@code report.list} and {@code report.resolve}. */
  public static List<Handler<?, ?>> of(Reports reports, RoomAccess access, Bus bus) {
    ReportHandlers handlers = new ReportHandlers(reports, access, bus);
    return List.of(
        new Handler.ForSignedIn<>(ReportMessage.TYPE, handlers::report),
        new Handler.ForSignedIn<>(ListReports.TYPE, handlers::list),
        new Handler.ForSignedIn<>(ResolveReport.TYPE, handlers::resolve));
  }

  private Done report(Caller.SignedIn caller, ReportMessage command) {
    tell(
        command.room(),
        reports.file(command.room(), command.target(), caller.user(), command.reason()));
    return new Done();
  }

  private im.parley.protocol.reply.Reports list(Caller.SignedIn caller, ListReports command) {
    RoomSummary room = access.see(command.room(), caller.user());
    RoomRules.require(RoomPermission.LIST_REPORTS, room.kind(), room.role());
    long after = requireNonNullElse(command.after(), 0L);
    Page<Report> page = reports.open(command.room(), after, requireNonNull(command.limit()));
    return new im.parley.protocol.reply.Reports(page.items(), page.more());
  }

  private Done resolve(Caller.SignedIn caller, ResolveReport command) {
    tell(command.room(), reports.resolve(command.room(), command.report(), caller.user()));
    return new Done();
  }

  private void tell(RoomId room, Reports.Open open) {
    Notice notice = new Notice.Told(new SignalEvent(room, new Signal.RoomReported(open.count())));
    open.moderators().forEach(moderator -> bus.tell(moderator, notice));
  }
}
