package im.parley.core.schedule;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages at their time, as {@code message.send} does. It sleeps until the earliest is due,
 * and holds a page of what is due, no more. A minute at most: another server may have ended with
 * messages that only it knew the time of.
 */
public final class Scheduler implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Scheduler.class);

  private static final int PAGE = 100;
  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);
  private static final Duration REST = Duration.ofSeconds(5);

  private final Schedule schedule;
  private final SendMessageHandler sender;
  private final Bus bus;
  private final Alarm alarm;
  private final InstantSource clock;

  /** Held while messages are sent. */
  private final ReentrantLock sending = new ReentrantLock();

  /** For when the alarm is set; the distant past while it is not, so that nothing sets it. */
  private Instant alarmAt = Instant.MIN;

  /** The earliest time that was heard of while messages were sent. */
  private Instant heard = Instant.MAX;

  private volatile boolean closed;

  /** One that sleeps until it is started. */
  public Scheduler(
      Schedule schedule, SendMessageHandler sender, Bus bus, Alarm alarm, InstantSource clock) {
    this.schedule = schedule;
    this.sender = sender;
    this.bus = bus;
    this.alarm = alarm;
    this.clock = clock;
  }

  /** Begins with what became due while no server ran. Never waits. */
  public void start() {
    setAlarm(clock.instant());
  }

  /** Something is due then. Never waits. */
  synchronized void expect(Instant due) {
    if (due.isBefore(alarmAt)) {
      setAlarm(due);
    } else if (due.isBefore(heard)) {
      heard = due;
    }
  }

  private synchronized void setAlarm(Instant at) {
    alarmAt = at;
    Duration wait = Duration.between(clock.instant(), at);
    alarm.after(wait.isNegative() ? Duration.ZERO : wait, () -> ring(at));
  }

  private void ring(Instant at) {
    sending.lock();
    try {
      if (!closed && wake(at)) {
        sleepUntil(sendDue());
      }
    } finally {
      sending.unlock();
    }
  }

  /** False if an earlier alarm has taken this one's place. */
  private synchronized boolean wake(Instant at) {
    if (!at.equals(alarmAt)) {
      return false;
    }
    alarmAt = Instant.MIN;
    heard = Instant.MAX;
    return true;
  }

  private synchronized void sleepUntil(Instant next) {
    Instant latest = clock.instant().plus(LONGEST_SLEEP);
    Instant earliest = heard.isBefore(next) ? heard : next;
    setAlarm(earliest.isBefore(latest) ? earliest : latest);
  }

  /** Sends everything that is due, and says when to look again. */
  private Instant sendDue() {
    try {
      Instant next = schedule.next().orElse(Instant.MAX);
      while (!closed && !next.isAfter(clock.instant())) {
        send(schedule.take(clock.instant(), PAGE));
        next = schedule.next().orElse(Instant.MAX);
      }
      return next;
    } catch (RuntimeException e) {
      log.warn("What is due could not be sent, and is tried again", e);
      return clock.instant().plus(REST);
    }
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

  /** Finishes what it is sending; what is not sent is due at the next start. */
  @Override
  public void close() {
    closed = true;
    sending.lock();
    try {
      turnAlarmOff();
    } finally {
      sending.unlock();
    }
  }

  private synchronized void turnAlarmOff() {
    alarmAt = Instant.MIN;
  }
}
