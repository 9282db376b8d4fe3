package im.parley.edge.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.stream.IntStream;

/** Counts answers by the class of their status, and clients that took too long. */
public final class HttpMeters {

  private final List<Counter> byClass;
  private final Counter late;

  public HttpMeters(MeterRegistry registry) {
    this.byClass =
        IntStream.rangeClosed(1, 5)
            .mapToObj(digit ->
                Counter.builder("parley.http.answers")
                    .description("HTTP requests that were answered, by class of status")
                    .tag("status", digit + "xx")
                    .register(registry))
            .toList();
    this.late =
        Counter.builder("parley.http.late")
            .description("Connections closed because a request or its reading took too long")
            .register(registry);
  }

  void answered(HttpResponseStatus status) {
    byClass.get(Math.clamp(status.code() / 100, 1, 5) - 1).increment();
  }

  void late() {
    late.increment();
  }
}
