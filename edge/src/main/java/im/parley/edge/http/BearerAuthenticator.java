package im.parley.edge.http;

import im.parley.core.dispatch.Caller;
import java.util.Optional;

/** Knows whose an access token is. */
@FunctionalInterface
public interface BearerAuthenticator {

  /**
   * Looks up a token; may wait. Called on a virtual thread.
   *
   * @param token as the client brought it, at most 512 characters
   * @param address where the request came from
   * @return the caller; empty when the token is unknown, revoked or past its time
   */
  Optional<Caller.SignedIn> authenticate(String token, String address);
}
