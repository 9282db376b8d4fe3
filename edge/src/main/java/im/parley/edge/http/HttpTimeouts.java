package im.parley.edge.http;

import java.time.Duration;

/**
 * How long a client may take.
 *
 * @param head from connecting, or from the first byte of a later request, to the end of its head
 * @param body from the end of the head to the end of the body
 * @param idle from an answer to the first byte of the next request
 * @param answer from the beginning of an answer until the client has read it
 */
public record HttpTimeouts(Duration head, Duration body, Duration idle, Duration answer) {

  public static final HttpTimeouts DEFAULT =
      new HttpTimeouts(
          Duration.ofSeconds(8),
          Duration.ofSeconds(25),
          Duration.ofSeconds(60),
          Duration.ofSeconds(30));
}
