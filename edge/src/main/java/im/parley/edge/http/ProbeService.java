package im.parley.edge.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/**
 * Answers the question of a load balancer: 200 for yes, 503 for no.
 *
 * @param question asked for each request; must not wait
 */
public record ProbeService(BooleanSupplier question) implements HttpService {

  /** Whether the process is alive: it is, if it answers. */
  public static ProbeService alive() {
    return new ProbeService(() -> true);
  }

  @Override
  public HttpOutcome serve(HttpCall call) {
    if (!call.method().equals(HttpMethod.GET) && !call.isHead()) {
      return new HttpOutcome.Answered(
          Problem.of(HttpResponseStatus.METHOD_NOT_ALLOWED, "Only GET is allowed here")
              .with(HttpHeaderNames.ALLOW, "GET, HEAD"));
    }
    boolean yes = question.getAsBoolean();
    return new HttpOutcome.Answered(
        HttpAnswer.of(
            yes ? HttpResponseStatus.OK : HttpResponseStatus.SERVICE_UNAVAILABLE,
            "text/plain; charset=utf-8",
            (yes ? "ok\n" : "not ready\n").getBytes(StandardCharsets.US_ASCII)));
  }
}
