package im.parley.edge.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What the people who run a server look at: {@code /metrics}, {@code /healthz}, {@code /readyz}. It
 * asks for no sign-in, so its listener belongs on the loopback address.
 */
public final class AdminService implements HttpService {

  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpSite site;

  /**
   * Creates the service.
   *
   * @param metrics every measurement in the Prometheus text format, in UTF-8
   * @param ready whether the server can do its work now
   */
  public AdminService(Supplier<byte[]> metrics, BooleanSupplier ready) {
    this.site =
        new HttpSite(
            Map.of(
                HttpPlace.METRICS,
                _ -> answered(HttpAnswer.of(HttpResponseStatus.OK, METRICS_TYPE, metrics.get())),
                HttpPlace.ALIVE,
                ProbeService.alive(),
                HttpPlace.READY,
                new ProbeService(ready)),
            AdminService::nothing,
            AdminService::nothing);
  }

  private static HttpOutcome nothing(HttpCall call) {
    return answered(
        Problem.of(HttpResponseStatus.NOT_FOUND, "Here are /metrics, /healthz and /readyz"));
  }

  private static HttpOutcome answered(HttpAnswer answer) {
    return new HttpOutcome.Answered(answer);
  }

  @Override
  public HttpOutcome serve(HttpCall call) {
    return site.serve(call);
  }
}
