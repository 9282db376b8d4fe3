package im.parley.core.alarm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a chore done when it is due. It sleeps until the earliest is, with one alarm set, and a
 * minute at most: clocks are moved, and another server may have ended with what only it knew the
 * time of. A chore that fails is done again.
 */
public final class AlarmClock implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(AlarmClock.class);

  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);
  private static final Duration REST = Duration.ofSeconds(5);

  private final Chore chore;
  private final Alarm alarm;
  private final InstantSource clock;

  /** Held while the chore is done. */
  private final ReentrantLock working = new ReentrantLock();

  /** For when the alarm is set; the distant past while it is not, so that nothing sets it. */
  private Instant alarmAt = Instant.MIN;

  /** The earliest time that was heard of while the chore was done. */
  private Instant heard = Instant.MAX;

  private volatile boolean closed;

  /** One that sleeps until it is started. */
  public AlarmClock(Chore chore, Alarm alarm, InstantSource clock) {
    this.chore = chore;
    this.alarm = alarm;
    this.clock = clock;
  }

  /** Begins with what became due while no server ran. Never waits. */
  public void start() {
    setAlarm(clock.instant());
  }

  /** Something is due then. Never waits. */
  public synchronized void expect(Instant due) {
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
    working.lock();
    try {
      if (!closed && wake(at)) {
        sleepUntil(work());
      }
    } finally {
      working.unlock();
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

  /** Does everything that is due, and says when to look again. */
  private Instant work() {
    try {
      Instant next = chore.next().orElse(Instant.MAX);
      while (!closed && !next.isAfter(clock.instant())) {
        chore.doSome(clock.instant());
        next = chore.next().orElse(Instant.MAX);
      }
      return next;
    } catch (RuntimeException e) {
      log.warn("What is due could not be done, and is tried again", e);
      return clock.instant().plus(REST);
    }
  }

  private synchronized void sleepUntil(Instant next) {
    Instant latest = clock.instant().plus(LONGEST_SLEEP);
    Instant earliest = heard.isBefore(next) ? heard : next;
    setAlarm(earliest.isBefore(latest) ? earliest : latest);
  }

  /** Finishes what it is doing; what is not done is due at the next start. */
  @Override
  public void close() {
    closed = true;
    working.lock();
    try {
      turnAlarmOff();
    } finally {
      working.unlock();
    }
  }

  private synchronized void turnAlarmOff() {
    alarmAt = Instant.MIN;
  }
}
