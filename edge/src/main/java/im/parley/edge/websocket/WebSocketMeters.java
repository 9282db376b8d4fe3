package im.parley.edge.websocket;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts WebSockets: those that are open, those that were refused, and why some were ended. */
public final class WebSocketMeters {

  private final AtomicInteger open = new AtomicInteger();
  private final Map<WebSocketHandshake.Reason, Counter> refused;
  private final Map<Incoming.Violation, Counter> violations;

  public WebSocketMeters(MeterRegistry registry) {
    Gauge.builder("parley.websockets.open", open, AtomicInteger::get)
        .description("WebSockets that are open now")
        .register(registry);
    this.refused =
        counters(
            WebSocketHandshake.Reason.values(),
            reason ->
                Counter.builder("parley.websockets.refused")
                    .description("WebSocket handshakes that were refused, by reason")
                    .tag("reason", name(reason))
                    .register(registry));
    this.violations =
        counters(
            Incoming.Violation.values(),
            violation ->
                Counter.builder("parley.websockets.violations")
                    .description("WebSockets closed because their peer broke a rule, by rule")
                    .tag("rule", name(violation))
                    .register(registry));
  }

  private static <K extends Enum<K>> Map<K, Counter> counters(
      K[] keys, Function<K, Counter> counter) {
    return Arrays.stream(keys).collect(Collectors.toUnmodifiableMap(key -> key, counter));
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  void opened() {
    open.incrementAndGet();
  }

  void closed() {
    open.decrementAndGet();
  }

  void refused(WebSocketHandshake.Reason reason) {
    count(refused, reason);
  }

  void violated(Incoming.Violation violation) {
    count(violations, violation);
  }

  private static <K> void count(Map<K, Counter> counters, K key) {
    Counter counter = counters.get(key);
    if (counter != null) {
      counter.increment();
    }
  }
}
