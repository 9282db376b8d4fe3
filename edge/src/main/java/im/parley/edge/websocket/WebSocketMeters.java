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
  private final Counter inflatedFrom;
  private final Counter inflatedTo;
  private final Counter deflatedFrom;
  private final Counter deflatedTo;

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
    this.inflatedFrom = bytes(registry, "in", "compressed");
    this.inflatedTo = bytes(registry, "in", "plain");
    this.deflatedFrom = bytes(registry, "out", "plain");
    this.deflatedTo = bytes(registry, "out", "compressed");
  }

  private static Counter bytes(MeterRegistry registry, String direction, String form) {
    return Counter.builder("parley.websockets.compression")
        .description("Length of compressed messages, with and without; once however many get one")
        .baseUnit("bytes")
        .tag("direction", direction)
        .tag("form", form)
        .register(registry);
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

  /** A handshake was refused. */
  public void refused(WebSocketHandshake.Reason reason) {
    count(refused, reason);
  }

  void violated(Incoming.Violation violation) {
    count(violations, violation);
  }

  /** A message came compressed, of so many bytes, and was inflated to so many. */
  void inflated(int from, int to) {
    inflatedFrom.increment(from);
    inflatedTo.increment(to);
  }

  /** A message of so many bytes was compressed to so many. */
  void deflated(int from, int to) {
    deflatedFrom.increment(from);
    deflatedTo.increment(to);
  }

  private static <K> void count(Map<K, Counter> counters, K key) {
    Counter counter = counters.get(key);
    if (counter != null) {
      counter.increment();
    }
  }
}
