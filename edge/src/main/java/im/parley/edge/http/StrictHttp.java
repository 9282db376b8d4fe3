package im.parley.edge.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses every request whose meaning two readers could see differently (RFC 9110, RFC 9112). What
 * it refuses ends the connection, so that nothing after it is read as a request.
 */
final class StrictHttp {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Set<String> UNWANTED_METHODS = Set.of("TRACE", "CONNECT");
  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9._~-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");

  /** So many fit into a number. */
  private static final int MAX_LENGTH_DIGITS = 18;

  private StrictHttp() {}

  /** Why this request is refused, or null when it is well formed. */
  static @Nullable HttpAnswer check(HttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return malformed(request.decoderResult().cause());
    }
    HttpAnswer refusal = requestLine(request);
    if (refusal == null) {
      refusal = headers(request.headers());
    }
    return refusal == null ? expectation(request) : refusal;
  }

  private static HttpAnswer malformed(Throwable cause) {
    return switch (cause) {
      case TooLongHttpLineException _ ->
          Problem.of(
              HttpResponseStatus.REQUEST_URI_TOO_LONG,
              "The request line may have at most " + RequestDecoder.MAX_REQUEST_LINE + " bytes");
      case TooLongHttpHeaderException _ ->
          Problem.of(
              HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
              "The header fields may have at most " + RequestDecoder.MAX_HEADERS + " bytes");
      default -> bad("The request is not well-formed HTTP/1.1");
    };
  }

  private static @Nullable HttpAnswer requestLine(HttpRequest request) {
    HttpVersion version = request.protocolVersion();
    if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
      return Problem.of(
          HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED, "This server speaks HTTP/1.1");
    }
    String method = request.method().name();
    if (UNWANTED_METHODS.contains(method)) {
      return Problem.of(HttpResponseStatus.METHOD_NOT_ALLOWED, "This method is not allowed")
          .with(HttpHeaderNames.ALLOW, "GET, HEAD, POST, PUT, PATCH, DELETE");
    }
    if (!METHODS.contains(method)) {
      return Problem.of(HttpResponseStatus.NOT_IMPLEMENTED, "This method is not known");
    }
    return isOriginForm(request.uri())
        ? null
        : bad("The request target must be a path that begins with a slash, in visible ASCII");
  }

  private static boolean isOriginForm(String target) {
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c <= ' ' || c >= 0x7f || c == '#') {
        return false;
      }
    }
    return target.startsWith("/");
  }

  private static @Nullable HttpAnswer headers(HttpHeaders headers) {
    var hosts = headers.getAll(HttpHeaderNames.HOST);
    if (hosts.size() != 1 || !HOST.matcher(hosts.getFirst()).matches()) {
      return bad("Exactly one valid Host is needed");
    }
    String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
    if (length != null && length.length() > MAX_LENGTH_DIGITS) {
      return Problem.of(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, "The body is too large");
    }
    if (headers.contains("Sec-WebSocket-Key1")) {
      return bad("This draft of WebSocket is not spoken: see RFC 6455");
    }
    return null;
  }

  /** Whether the body is said to have more bytes than this. */
  static boolean declaresMore(HttpRequest request, int maxBody) {
    String length = request.headers().get(HttpHeaderNames.CONTENT_LENGTH);
    return length != null && Long.parseLong(length) > maxBody;
  }

  private static @Nullable HttpAnswer expectation(HttpRequest request) {
    if (request.headers().contains(HttpHeaderNames.EXPECT)
        && !HttpUtil.is100ContinueExpected(request)) {
      return Problem.of(
          HttpResponseStatus.EXPECTATION_FAILED,
          "The only expectation known is " + HttpHeaderValues.CONTINUE);
    }
    return null;
  }

  static HttpAnswer tooLarge(int maxBody) {
    return Problem.of(
        HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
        "The body may have at most " + maxBody + " bytes");
  }

  static HttpAnswer bad(String detail) {
    return Problem.of(HttpResponseStatus.BAD_REQUEST, detail);
  }
}
