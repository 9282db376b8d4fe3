package im.parley.core.alarm;

import java.time.Duration;

/** Wakes those who sleep until something is due. */
@FunctionalInterface
public interface Alarm {

  /** Runs the action, which may wait, on a thread of its own once this time has passed. */
  void after(Duration delay, Runnable action);
}
