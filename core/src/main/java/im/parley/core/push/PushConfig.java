package im.parley.core.push;

import java.time.Duration;

/**
 * How pushes are made.
 *
 * @param grace how long a message waits for being read before it is pushed
 * @param queue how many messages wait for that at most; for the next, the oldest is not pushed
 * @param deliveries how many pushes wait for their push services at most; the next ones are dropped
 * @param connections how many are sent at once
 * @param tries how often a push is sent at most
 * @param firstRetry how long the second try waits; each later one waits four times as long
 * @param patience how long a push is tried at most
 */
public record PushConfig(
    Duration grace,
    int queue,
    int deliveries,
    int connections,
    int tries,
    Duration firstRetry,
    Duration patience) {

  public PushConfig {
    if (queue < 1 || deliveries < 1 || connections < 1 || tries < 1) {
      throw new IllegalArgumentException("The numbers must be at least 1");
    }
  }

  /** After two seconds; five tries in an hour: at once, after 10 s, 40 s, 160 s and 640 s. */
  public static PushConfig defaults() {
    return new PushConfig(
        Duration.ofSeconds(2), 10_000, 2_000, 32, 5, Duration.ofSeconds(10), Duration.ofHours(1));
  }
}
