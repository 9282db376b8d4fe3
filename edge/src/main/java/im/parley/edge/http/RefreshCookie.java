package im.parley.edge.http;

import im.parley.protocol.command.CommandType;
import im.parley.protocol.command.CreateSession;
import im.parley.protocol.command.RefreshSession;
import im.parley.protocol.command.RegisterAccount;
import im.parley.protocol.command.RevokeSession;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.reply.SignedIn;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.CookieHeaderNames.SameSite;
import io.netty.handler.codec.http.cookie.DefaultCookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.netty.handler.codec.http.cookie.ServerCookieEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a browser's refresh token where no script can read it. A client that sends {@code
 * Parley-Refresh: cookie} gets the token in a cookie and not in the body, and refreshes with it.
 * The header is one that no page of another origin can send without our leave, and we give none.
 */
final class RefreshCookie {

  /** As long as a refresh token lives at most. */
  private static final long MAX_AGE_SECONDS = Duration.ofDays(30).toSeconds();

  private static final String HEADER = "Parley-Refresh";
  private static final Set<CommandType<?, ?>> SIGN_IN =
      Set.of(RegisterAccount.TYPE, CreateSession.TYPE, RefreshSession.TYPE);

  private final OriginPolicy origins;
  private final String name;

  RefreshCookie(OriginPolicy origins) {
    this.origins = origins;
    this.name = origins.isSecure() ? "__Host-parley_refresh" : "parley_refresh";
  }

  /**
   * Refuses a sign-in that a page of another site sends (CSRF), and fills the refresh token from
   * the cookie.
   */
  void prepare(HttpCall call, CommandType<?, ?> command, Map<String, String> parameters) {
    if (!SIGN_IN.contains(command)) {
      return;
    }
    if (!origins.allows(call.headers()) || "cross-site".equals(call.header("Sec-Fetch-Site"))) {
      throw RefusedException.forbidden("Pages of another origin cannot sign in here");
    }
    if (isAsked(call) && command.equals(RefreshSession.TYPE)) {
      String token = token(call);
      if (token == null) {
        throw RefusedException.unauthenticated("There is no refresh cookie: sign in");
      }
      parameters.put("refreshToken", token);
    }
  }

  /** The reply as its body shows it: without the refresh token, if that goes into the cookie. */
  SignedIn withoutToken(HttpCall call, SignedIn reply) {
    return isAsked(call)
        ? new SignedIn(
            reply.user(), reply.accessToken(), reply.accessExpiresAt(), null, reply.session())
        : reply;
  }

  /** Puts the new refresh token into the cookie, if the client asked for that. */
  void set(HttpCall call, SignedIn reply, HttpAnswer answer) {
    String token = reply.refreshToken();
    if (isAsked(call) && token != null) {
      add(answer, token, MAX_AGE_SECONDS);
    }
  }

  /** Takes the cookie back when the session is over: it was revoked, or its token is void. */
  void clearAfterRevoke(HttpCall call, CommandType<?, ?> command, HttpAnswer answer) {
    boolean current = call.path().endsWith("/current");
    if (command.equals(RevokeSession.TYPE) && current && token(call) != null) {
      add(answer, "", 0);
    }
  }

  /** Takes the cookie back when the token in it opens nothing any more. */
  void clearAfterRefusal(
      HttpCall call, CommandType<?, ?> command, Refusal refusal, HttpAnswer answer) {
    if (command.equals(RefreshSession.TYPE)
        && isAsked(call)
        && refusal.code() == ErrorCode.UNAUTHENTICATED) {
      add(answer, "", 0);
    }
  }

  private static boolean isAsked(HttpCall call) {
    return "cookie".equals(call.header(HEADER));
  }

  private @Nullable String token(HttpCall call) {
    String header = call.header(HttpHeaderNames.COOKIE);
    if (header == null) {
      return null;
    }
    return ServerCookieDecoder.STRICT.decode(header).stream()
        .filter(cookie -> cookie.name().equals(name) && !cookie.value().isEmpty())
        .map(Cookie::value)
        .findFirst()
        .orElse(null);
  }

  private void add(HttpAnswer answer, String value, long maxAgeSeconds) {
    DefaultCookie cookie = new DefaultCookie(name, value);
    cookie.setPath("/");
    cookie.setMaxAge(maxAgeSeconds);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.Strict);
    cookie.setSecure(origins.isSecure());
    answer.with(HttpHeaderNames.SET_COOKIE, ServerCookieEncoder.STRICT.encode(cookie));
  }
}
