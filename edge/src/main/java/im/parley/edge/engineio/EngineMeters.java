package im.parley.edge.engineio;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Counts the sessions of Engine.IO: those that are open, that changed transport, that were refused.
 */
public final class EngineMeters {

  private final AtomicInteger open = new AtomicInteger();
  private final Counter upgraded;
  private final Map<EngineError, Counter> refused;

  public EngineMeters(MeterRegistry registry) {
    Gauge.builder("parley.engineio.sessions.open", open, AtomicInteger::get)
        .description("Engine.IO sessions that are open now, polling or on a WebSocket")
        .register(registry);
    this.upgraded =
        Counter.builder("parley.engineio.upgrades")
            .description("Engine.IO sessions that changed from polling to a WebSocket")
            .register(registry);
    this.refused =
        Arrays.stream(EngineError.values())
            .collect(
                Collectors.toUnmodifiableMap(
                    error -> error,
                    error ->
                        Counter.builder("parley.engineio.refused")
                            .description("Engine.IO requests that were refused, by reason")
                            .tag("reason", error.name().toLowerCase(Locale.ROOT))
                            .register(registry)));
  }

  /** One more session; false if that would be more than this, and then nothing is counted. */
  boolean opened(int most) {
    if (open.incrementAndGet() > most) {
      open.decrementAndGet();
      return false;
    }
    return true;
  }

  void closed() {
    open.decrementAndGet();
  }

  void upgraded() {
    upgraded.increment();
  }

  void refused(EngineError error) {
    Counter counter = refused.get(error);
    if (counter != null) {
      counter.increment();
    }
  }
}
