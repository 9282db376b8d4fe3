package im.parley.edge.http;

import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Date;

/** The header fields of every answer: its framing, and what it allows a browser to do with it. */
final class CommonHeaders {

  /** An answer that is no page of ours may load and run nothing, wherever it is shown. */
  private static final String NO_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'";

  private CommonHeaders() {}

  @SuppressWarnings("JavaUtilDate") // Netty formats this type
  static void add(HttpHeaders headers, HttpAnswer answer, boolean last) {
    headers.set(HttpHeaderNames.DATE, DateFormatter.format(new Date()));
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    if (!headers.contains(HttpHeaderNames.CONTENT_SECURITY_POLICY)) {
      headers.set(HttpHeaderNames.CONTENT_SECURITY_POLICY, NO_CONTENT_POLICY);
    }
    if (!answer.status().equals(HttpResponseStatus.NOT_MODIFIED)) {
      headers.set(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(answer.body().length));
    }
    if (last) {
      headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
  }
}
