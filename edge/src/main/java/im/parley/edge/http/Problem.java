package im.parley.edge.http;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.json.WireWriter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;

/** Refusals as {@code application/problem+json} (RFC 9457). */
public final class Problem {

  private static final String TYPE = "application/problem+json";
  private static final WireWriter WRITER = new WireWriter();

  private Problem() {}

  /** The refusal of a command; says when to come back, and how to prove oneself. */
  public static HttpAnswer of(Refusal refusal) {
    HttpAnswer answer =
        HttpAnswer.of(
            HttpResponseStatus.valueOf(refusal.code().httpStatus()), TYPE, WRITER.problem(refusal));
    switch (refusal.code()) {
      case UNAUTHENTICATED ->
          answer.with(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"parley\"");
      case RATE_LIMITED, OVERLOADED, UNAVAILABLE ->
          answer.with(HttpHeaderNames.RETRY_AFTER, Long.toString(retryAfterSeconds(refusal)));
      default -> {}
    }
    return answer;
  }

  private static long retryAfterSeconds(Refusal refusal) {
    long millis = refusal.retryAfterMs() == null ? 1000 : refusal.retryAfterMs();
    return Math.max(1, (millis + 999) / 1000);
  }

  /**
   * The refusal of a request that never became a command.
   *
   * @param detail what is wrong and what to do: a sentence of our own, never what was sent
   */
  public static HttpAnswer of(HttpResponseStatus status, String detail) {
    String json =
        "{\"status\":%d,\"title\":\"%s\",\"detail\":\"%s\",\"code\":\"%s\",\"retry\":%b}"
            .formatted(
                status.code(),
                status.reasonPhrase(),
                detail.replace("\\", "\\\\").replace("\"", "\\\""),
                code(status).wireName(),
                code(status).retry());
    return HttpAnswer.of(status, TYPE, json.getBytes(StandardCharsets.UTF_8));
  }

  private static ErrorCode code(HttpResponseStatus status) {
    return switch (status.code()) {
      case 403 -> ErrorCode.FORBIDDEN;
      case 404 -> ErrorCode.NOT_FOUND;
      case 413 -> ErrorCode.TOO_LARGE;
      case 415, 417, 426 -> ErrorCode.UNSUPPORTED;
      case 503 -> ErrorCode.OVERLOADED;
      default -> ErrorCode.BAD_REQUEST;
    };
  }
}
