package im.parley.core.outbound;

import im.parley.protocol.error.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;

/**
 * The way to servers that users name. It connects to the address that {@link AddressGuard} let
 * pass, follows no redirect, and keeps no connection.
 */
public interface Outbound {

  /** The largest answer, in bytes; a larger one counts as none. */
  int MAX_ANSWER = 64 * 1024;

  /**
   * Whether a URL could be posted to now.
   *
   * @throws AddressRefusedException if its host has no address, or one that may not be reached
   */
  void check(URI url) throws AddressRefusedException;

  /**
   * Refuses a URL that could not be posted to now: whoever moderates a room must not send the
   * server where only the server reaches.
   *
   * @param field the field of the command that names it
   * @throws RefusedException {@code bad_request}
   */
  default void requireReachable(String field, String text) {
    try {
      URI url = new URI(text);
      String scheme = url.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      if (!web || url.getHost() == null || url.getRawUserInfo() != null) {
        throw RefusedException.badField(field, "must be an http or https URL without a user");
      }
      check(url);
    } catch (URISyntaxException _) {
      throw RefusedException.badField(field, "is not a URL");
    } catch (AddressRefusedException _) {
      throw RefusedException.badField(field, "must have a host with public addresses only");
    }
  }

  /**
   * Posts, and waits for the whole answer. For virtual threads; interrupting ends it.
   *
   * @throws IOException if there was no answer, or none within bounds and time
   */
  Answer post(Post post) throws IOException;

  /**
   * What to send.
   *
   * @param url where to: http or https, with a host
   * @param headers fields beside those that every request has
   * @param body JSON, unless a header says otherwise
   * @param timeout from the beginning to the end of the answer
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Post(URI url, Map<String, String> headers, byte[] body, Duration timeout) {}

  /**
   * What came back.
   *
   * @param status the HTTP status
   * @param body at most {@value #MAX_ANSWER} bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Answer(int status, byte[] body) {

    /** Whether the other side has taken it: 2xx. */
    public boolean success() {
      return status >= 200 && status < 300;
    }
  }
}
