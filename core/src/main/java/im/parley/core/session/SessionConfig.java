package im.parley.core.session;

import java.time.Duration;

/**
 * How long tokens live.
 *
 * @param accessLifetime of an access token; it is looked at when a connection says hello and with
 *     each HTTP request
 * @param refreshLifetime of a refresh token. Each refresh gives a new one, so this is how long a
 *     client may stay away and still be signed in
 */
public record SessionConfig(Duration accessLifetime, Duration refreshLifetime) {

  public SessionConfig {
    if (!accessLifetime.isPositive() || refreshLifetime.compareTo(accessLifetime) < 0) {
      throw new IllegalArgumentException(
          "Lifetimes must be positive, and a refresh token must outlive an access token");
    }
  }

  /** Access for 15 minutes, refreshable for 30 days. */
  public static SessionConfig defaults() {
    return new SessionConfig(Duration.ofMinutes(15), Duration.ofDays(30));
  }
}
