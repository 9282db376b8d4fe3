package im.parley.bench.scenario;

import java.time.Duration;

/** Lets the load run for a while. */
final class Pause {

  private Pause() {}

  static void of(long millis) {
    try {
      Thread.sleep(Duration.ofMillis(millis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
