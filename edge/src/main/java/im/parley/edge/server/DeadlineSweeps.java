package im.parley.edge.server;

import io.netty.util.concurrent.EventExecutor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The {@link DeadlineSweep} of each event loop. */
public final class DeadlineSweeps {

  private final Map<EventExecutor, DeadlineSweep> sweeps = new ConcurrentHashMap<>();

  /** The one that watches this event loop's connections. */
  public DeadlineSweep of(EventExecutor eventLoop) {
    return sweeps.computeIfAbsent(eventLoop, DeadlineSweep::new);
  }
}
