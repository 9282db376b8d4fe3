package im.parley.edge.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts a server's connections and keeps them within its bound. */
@SuppressWarnings(
    "FutureReturnValueIgnored") // a write or close that fails ends the channel: heard there
final class OpenConnections {

  private final int max;
  private final AtomicInteger open = new AtomicInteger();
  private final Counter accepted;
  private final Counter refused;

  /** One for all, so that a connection that waits costs no memory here. */
  private final ChannelFutureListener whenClosed = _ -> open.decrementAndGet();

  OpenConnections(int max, String server, MeterRegistry registry) {
    this.max = max;
    this.accepted = counter(registry, server, "accepted");
    this.refused = counter(registry, server, "refused");
    Gauge.builder("parley.connections.open", open, AtomicInteger::get)
        .description("Sockets that are open now")
        .tag("server", server)
        .register(registry);
  }

  private static Counter counter(MeterRegistry registry, String server, String outcome) {
    return Counter.builder("parley.connections")
        .description("Sockets that were accepted, or refused for want of room")
        .tag("server", server)
        .tag("outcome", outcome)
        .register(registry);
  }

  /** Counts a new connection until it closes; false if there was no room for it. */
  boolean admit(Channel channel) {
    boolean room = open.incrementAndGet() <= max;
    channel.closeFuture().addListener(whenClosed);
    (room ? accepted : refused).increment();
    return room;
  }
}
