package im.parley.edge.session;

import java.time.Duration;

/**
 * How long a conversation may be silent.
 *
 * @param hello how long after opening hello must have come
 * @param heartbeat how often the server pings; a connection silent for two is closed
 */
public record LiveTimes(Duration hello, Duration heartbeat) {

  /** The times that the protocol promises. */
  public static final LiveTimes DEFAULT =
      new LiveTimes(Duration.ofSeconds(10), Duration.ofSeconds(25));

  long helloNanos() {
    return hello.toNanos();
  }

  /** Often enough that no limit is passed by more than a tenth. */
  long sweepNanos() {
    return Math.min(hello.toNanos(), heartbeat.toNanos()) / 10;
  }
}
