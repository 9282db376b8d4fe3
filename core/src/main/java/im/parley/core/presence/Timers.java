package im.parley.core.presence;

import java.time.Duration;

/** Does things later. */
@FunctionalInterface
public interface Timers {

  /** Runs the action once this time has passed. The action must not block. */
  void after(Duration delay, Runnable action);
}
