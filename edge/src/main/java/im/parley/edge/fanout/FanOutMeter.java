package im.parley.edge.fanout;

import im.parley.protocol.event.EventType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** Counts what the fan-out delivers, by type, and the readers that were too slow for it. */
final class FanOutMeter {

  private final Map<EventType, Counter> deliveries = new EnumMap<>(EventType.class);
  private final Counter slowConsumers;

  FanOutMeter(MeterRegistry registry) {
    for (EventType type : EventType.values()) {
      deliveries.put(
          type,
          Counter.builder("parley.deliveries")
              .description("Durable events written to live sessions")
              .tag("type", type.wireName())
              .register(registry));
    }
    this.slowConsumers =
        Counter.builder("parley.slow.consumers")
            .description("Connections closed because they read too slowly")
            .register(registry);
  }

  void delivering(EventType type, int receivers) {
    Counter counter = deliveries.get(type);
    if (counter != null) {
      counter.increment(receivers);
    }
  }

  void tooSlow() {
    slowConsumers.increment();
  }
}
