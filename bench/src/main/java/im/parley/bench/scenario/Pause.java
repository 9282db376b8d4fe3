package im.parley.bench.scenario;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Lets the load run for a while. */
final class Pause {

  private static final int PATIENCE_SECONDS = 180;

  private Pause() {}

  static void of(long millis) {
    try {
      Thread.sleep(Duration.ofMillis(millis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  /** Until this is so; gives up after some minutes. */
  static void until(BooleanSupplier so) {
    long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The server does not catch up");
      }
      of(10);
    }
  }
}
