package im.parley.edge.http;

import im.parley.protocol.error.RefusedException;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The access token of a request (RFC 6750, section 2.1). */
public final class BearerToken {

  private static final Pattern BEARER =
      Pattern.compile("bearer +([A-Za-z0-9._~+/-]{1,512}=*)", Pattern.CASE_INSENSITIVE);

  private BearerToken() {}

  /**
   * The token.
   *
   * @throws RefusedException {@code unauthenticated} if there is not exactly one
   */
  public static String of(HttpCall call) {
    var headers = call.headers().getAll(HttpHeaderNames.AUTHORIZATION);
    Matcher matcher = BEARER.matcher(headers.size() == 1 ? headers.getFirst() : "");
    if (!matcher.matches()) {
      throw RefusedException.unauthenticated("Send 'Authorization: Bearer' with an access token");
    }
    return matcher.group(1);
  }
}
