package im.parley.core.alarm;

import im.parley.core.presence.Timers;
import java.time.Duration;

/** An alarm whose actions run on virtual threads, when the timers say so. */
public final class VirtualAlarm implements Alarm {

  private final Timers timers;

  public VirtualAlarm(Timers timers) {
    this.timers = timers;
  }

  @Override
  public void after(Duration delay, Runnable action) {
    timers.after(delay, () -> Thread.ofVirtual().name("alarm").start(action));
  }
}
