package im.parley.edge.engineio;

import im.parley.edge.http.HttpAnswer;
import im.parley.edge.http.HttpCall;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * Lets pages of other origins read answers (Fetch standard, section 3.2), after the origin was
 * found to be one that may connect. Never with credentials: nothing here goes by a cookie.
 */
final class CrossOrigin {

  private CrossOrigin() {}

  /** An answer that the page which asked may read. */
  static HttpAnswer readable(HttpCall call, HttpAnswer answer) {
    String origin = call.header(HttpHeaderNames.ORIGIN);
    if (origin != null) {
      answer.with(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
    return answer.with(HttpHeaderNames.VARY, "Origin");
  }

  /** What a browser asks before a request that is not simple. */
  static HttpAnswer preflight() {
    return HttpAnswer.empty(HttpResponseStatus.NO_CONTENT)
        .with(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST")
        .with(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type")
        .with(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, "600");
  }
}
