package im.parley.core.schedule;

import im.parley.core.alarm.AlarmClock;
import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Handler;
import im.parley.core.live.Bus;
import im.parley.core.live.Notice;
import im.parley.protocol.command.CancelScheduled;
import im.parley.protocol.command.ListScheduled;
import im.parley.protocol.command.ScheduleMessage;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.reply.Done;
import im.parley.protocol.reply.ScheduledList;
import im.parley.protocol.reply.ScheduledReply;
import im.parley.protocol.view.Scheduled;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out what concerns messages that are sent later. */
public final class ScheduleHandlers {

  private final Schedule schedule;
  private final AlarmClock alarmClock;
  private final Bus bus;

  private ScheduleHandlers(Schedule schedule, AlarmClock alarmClock, Bus bus) {
    this.schedule = schedule;
    this.alarmClock = alarmClock;
    this.bus = bus;
  }

  /** The handlers of {@code message.schedule} and {@code scheduled.*}. */
  public static List<Handler<?, ?>> of(Schedule schedule, AlarmClock alarmClock, Bus bus) {
    ScheduleHandlers handlers = new ScheduleHandlers(schedule, alarmClock, bus);
    return List.of(
        new Handler.ForSignedIn<>(ScheduleMessage.TYPE, handlers::schedule),
        new Handler.ForSignedIn<>(ListScheduled.TYPE, handlers::list),
        new Handler.ForSignedIn<>(CancelScheduled.TYPE, handlers::cancel));
  }

  private ScheduledReply schedule(Caller.SignedIn caller, ScheduleMessage command) {
    Schedule.Kept kept =
        schedule.keep(
            caller.user(), command.message(), command.sendAt().truncatedTo(ChronoUnit.MILLIS));
    Scheduled scheduled = kept.scheduled();
    if (kept.repeated()) {
      return new ScheduledReply(scheduled, true);
    }
    alarmClock.expect(scheduled.sendAt());
    tell(caller, scheduled.id(), scheduled);
    return new ScheduledReply(scheduled, null);
  }

  private ScheduledList list(Caller.SignedIn caller, ListScheduled command) {
    return new ScheduledList(schedule.of(caller.user()));
  }

  private Done cancel(Caller.SignedIn caller, CancelScheduled command) {
    schedule.cancel(caller.user(), command.scheduled());
    tell(caller, command.scheduled(), null);
    return new Done();
  }

  private void tell(Caller.SignedIn caller, long id, @Nullable Scheduled now) {
    SignalEvent event = new SignalEvent(null, new Signal.ScheduledChanged(id, now));
    bus.tell(caller.user(), new Notice.ToldElsewhere(event, caller.session()));
  }
}
