package im.parley.core.schedule;

import im.parley.core.alarm.Chore;
import im.parley.core.dispatch.Failures;
import im.parley.core.live.Bus;
import im.parley.core.live.Notice;
import im.parley.core.message.SendMessageHandler;
import im.parley.core.schedule.Schedule.Due;
import im.parley.core.schedule.Schedule.Settlement;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.reply.MessageSent;
import im.parley.protocol.view.Scheduled;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages at their time, as {@code message.send} does. It holds a page of what is due, no
 * more.
 */
public final class Scheduler implements Chore {

  private static final int PAGE = 100;

  private final Schedule schedule;
  private final SendMessageHandler sender;
  private final Bus bus;
  private final InstantSource clock;

  public Scheduler(Schedule schedule, SendMessageHandler sender, Bus bus, InstantSource clock) {
    this.schedule = schedule;
    this.sender = sender;
    this.bus = bus;
    this.clock = clock;
  }

  @Override
  public Optional<Instant> next() {
    return schedule.next();
  }

  @Override
  public void doSome(Instant now) {
    send(schedule.take(now, PAGE));
  }

  /** All of them are on their way before the first is waited for: they share commits. */
  private void send(List<Due> due) {
    List<CompletableFuture<MessageSent>> answers = new ArrayList<>();
    for (Due message : due) {
      answers.add(begin(message));
    }
    List<Settlement> settlements = new ArrayList<>();
    for (int i = 0; i < due.size(); i++) {
      settlements.add(outcome(due.get(i), answers.get(i)));
    }
    schedule.settle(settlements);
    for (int i = 0; i < due.size(); i++) {
      tell(due.get(i), settlements.get(i));
    }
  }

  private CompletableFuture<MessageSent> begin(Due message) {
    try {
      return sender.send(message.user(), message.command()).toCompletableFuture();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Settlement outcome(Due due, CompletableFuture<MessageSent> answer) {
    long id = due.scheduled().id();
    try {
      answer.join();
      return new Settlement.Sent(id);
    } catch (CompletionException e) {
      Refusal refusal = Failures.refusal("message.schedule", e);
      Duration wait = Retry.after(refusal, due.tries());
      return wait == null
          ? new Settlement.Failed(id, new Scheduled.Failure(refusal.code(), refusal.message()))
          : new Settlement.Postponed(id, clock.instant().plus(wait));
    }
  }

  private void tell(Due due, Settlement settlement) {
    switch (settlement) {
      case Settlement.Sent _ -> tell(due, (Scheduled) null);
      case Settlement.Failed(_, var failure) -> tell(due, due.scheduled().failed(failure));
      case Settlement.Postponed _ -> {}
    }
  }

  private void tell(Due due, @Nullable Scheduled now) {
    Signal changed = new Signal.ScheduledChanged(due.scheduled().id(), now);
    bus.tell(due.user(), new Notice.Told(new SignalEvent(null, changed)));
  }
}
