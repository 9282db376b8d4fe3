package im.parley.edge.push;

import im.parley.core.push.PushService.Answer;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What the answers of push services mean (RFC 8030, sections 5 and 7.3). */
final class Answers {

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final int TOO_MANY_REQUESTS = 429;

  private Answers() {}

  static Answer of(HttpResponse<?> response, InstantSource clock) {
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return new Answer.Taken();
    }
    if (status == 404 || status == 410) {
      return new Answer.Gone();
    }
    return status == TOO_MANY_REQUESTS || status >= 500
        ? new Answer.Later(
            response.headers().firstValue("Retry-After").flatMap(text -> wait(text, clock)))
        : new Answer.Failed("status " + status + " from " + response.uri().getHost());
  }

  /** Seconds, or a time (RFC 9110, section 10.2.3); empty if it is neither. */
  private static Optional<Duration> wait(String text, InstantSource clock) {
    try {
      Duration wait =
          text.matches("[0-9]{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(
                  clock.instant(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
      return Optional.of(wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
