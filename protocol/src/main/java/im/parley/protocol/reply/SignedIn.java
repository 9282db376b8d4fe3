package im.parley.protocol.reply;

import im.parley.protocol.id.SessionId;
import im.parley.protocol.view.User;
import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who one is now, and the tokens that prove it.
 *
 * @param user the signed-in user
 * @param accessToken proves the session to every door; opaque
 * @param accessExpiresAt when the access token ends
 * @param refreshToken trades for new tokens, once; opaque. Absent where it went into a cookie
 * @param session the session that was made or refreshed
 */
@Json
public record SignedIn(
    User user,
    String accessToken,
    Instant accessExpiresAt,
    @Nullable String refreshToken,
    SessionId session)
    implements Reply {

  /** Without the tokens: this may be logged. */
  @Override
  public String toString() {
    return "SignedIn[user=" + user.id() + ", session=" + session + "]";
  }
}
