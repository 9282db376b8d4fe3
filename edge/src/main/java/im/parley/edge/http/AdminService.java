package im.parley.edge.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What the people who run a server look at: {@code /metrics}, {@code /healthz}, {@code /readyz}. It
 * asks for no sign-in, so its listener belongs on the loopback address.
 */
public final class AdminService implements HttpService {

  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Supplier<byte[]> metrics;
  private final ProbeService alive = ProbeService.alive();
  private final ProbeService ready;

  /**
   * Creates the service.
   *
   * @param metrics every measurement in the Prometheus text format, in UTF-8
   * @param ready whether the server can do its work now
   */
  public AdminService(Supplier<byte[]> metrics, BooleanSupplier ready) {
    this.metrics = metrics;
    this.ready = new ProbeService(ready);
  }

  @Override
  public HttpOutcome serve(HttpCall call) {
    return switch (call.path()) {
      case "/metrics" ->
          new HttpOutcome.Answered(
              HttpAnswer.of(HttpResponseStatus.OK, METRICS_TYPE, metrics.get()));
      case "/healthz" -> alive.serve(call);
      case "/readyz" -> ready.serve(call);
      default ->
          new HttpOutcome.Answered(
              Problem.of(HttpResponseStatus.NOT_FOUND, "Here are /metrics, /healthz and /readyz"));
    };
  }
}
