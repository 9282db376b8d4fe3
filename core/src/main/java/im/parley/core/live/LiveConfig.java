package im.parley.core.live;

import java.time.Duration;

/**
 * How live connections are kept.
 *
 * @param heartbeat how often the server pings; a connection that is silent for two is closed
 */
public record LiveConfig(Duration heartbeat) {

  public LiveConfig {
    if (heartbeat.toMillis() < 1) {
      throw new IllegalArgumentException("The heartbeat must be at least 1 ms");
    }
  }

  /** A ping each 25 s: within the minute after which common proxies cut an idle connection. */
  public static LiveConfig defaults() {
    return new LiveConfig(Duration.ofSeconds(25));
  }
}
