package im.parley.edge.engineio;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Asks a client for a sign of life again and again, and notices when none comes. Confined to the
 * event loop.
 */
final class Heartbeat {

  private final EventLoop eventLoop;
  private final EngineConfig config;
  private final Runnable ask;
  private final Runnable silent;
  private ScheduledFuture<?> next;
  private boolean asked;

  /**
   * Begins.
   *
   * @param ask asks
   * @param silent nothing came in time; nothing follows
   */
  Heartbeat(EventLoop eventLoop, EngineConfig config, Runnable ask, Runnable silent) {
    this.eventLoop = eventLoop;
    this.config = config;
    this.ask = ask;
    this.silent = silent;
    this.next = in(config.pingInterval(), this::ask);
  }

  private void ask() {
    asked = true;
    next = in(config.pingTimeout(), silent);
    ask.run();
  }

  /** The client has given a sign of life. */
  void answered() {
    if (asked) {
      asked = false;
      stop();
      next = in(config.pingInterval(), this::ask);
    }
  }

  /** Asks no more. */
  void stop() {
    next.cancel(false);
  }

  private ScheduledFuture<?> in(Duration delay, Runnable action) {
    return eventLoop.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
  }
}
