package im.parley.core.outgoing;

import im.parley.core.account.Accounts;
import im.parley.core.log.RoomLog;
import im.parley.core.outbound.Outbound;
import im.parley.protocol.id.RoomId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/** A courier for each outgoing webhook that is active. */
public final class Couriers implements AutoCloseable {

  private static final Duration TO_END = Duration.ofSeconds(5);

  private final RoomBells bells;
  private final Courier.World world;
  private final ConcurrentHashMap<Long, Thread> threads = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** None of them runs yet. */
  public Couriers(
      OutgoingHooks hooks,
      RoomLog log,
      Accounts accounts,
      Outbound outbound,
      RoomBells bells,
      Patience patience) {
    this.bells = bells;
    this.world =
        new Courier.World(hooks, log, accounts, outbound, patience, InstantSource.system());
  }

  /** Sends all of them out, from where they were. Waits for the store. */
  public void start() {
    world.hooks().active().forEach(this::send);
  }

  /** Sends one out, unless it is already. */
  void send(OutgoingHooks.Active active) {
    Courier courier = new Courier(active, world);
    long id = active.hook().id();
    Thread thread = Thread.ofVirtual().unstarted(() -> run(id, active.hook().room(), courier));
    if (!closed && threads.putIfAbsent(id, thread) == null) {
      thread.start();
    }
  }

  private void run(long id, RoomId room, Courier courier) {
    Runnable bell = courier::wake;
    bells.hang(room, bell);
    try {
      courier.run();
    } finally {
      bells.takeDown(room, bell);
      threads.remove(id);
    }
  }

  /** Calls one back. */
  void recall(long id) {
    Thread thread = threads.get(id);
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** Calls all back; what is on its way is told again after the next start. */
  @Override
  public void close() {
    closed = true;
    threads.values().forEach(Thread::interrupt);
    for (Thread thread : threads.values()) {
      try {
        thread.join(TO_END);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
