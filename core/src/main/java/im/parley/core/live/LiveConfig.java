package im.parley.core.live;

import java.time.Duration;

/**
 * How long a live connection may be silent.
 *
 * @param hello how long after opening hello must have come
 * @param heartbeat how often the server pings; a connection that is silent for two is closed
 */
public record LiveConfig(Duration hello, Duration heartbeat) {

  public LiveConfig {
    if (hello.toMillis() < 1 || heartbeat.toMillis() < 1) {
      throw new IllegalArgumentException("The times must be at least 1 ms");
    }
  }

  /**
   * Hello within 10 s, as the protocol has it, and a ping each 25 s: within the minute after which
   * common proxies cut an idle connection.
   */
  public static LiveConfig defaults() {
    return new LiveConfig(Duration.ofSeconds(10), Duration.ofSeconds(25));
  }
}
