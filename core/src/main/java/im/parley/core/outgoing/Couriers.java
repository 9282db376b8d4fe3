package im.parley.core.outgoing;

import im.parley.core.account.Accounts;
import im.parley.core.log.RoomLog;
import im.parley.core.outbound.Outbound;
import im.parley.protocol.id.RoomId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Gatherers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A courier for each outgoing webhook that is active: on one server, of those that share a store.
 */
public final class Couriers implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Couriers.class);

  private static final Duration TO_END = Duration.ofSeconds(5);

  /** How often servers that share a store look whose turn it is, and what the others wrote. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** How many rooms are asked for at a time. */
  private static final int PORTION = 1_000;

  private final RoomBells bells;
  private final Courier.World world;
  private final ConcurrentHashMap<Long, Sent> sent = new ConcurrentHashMap<>();
  private volatile boolean closed;
  private volatile boolean mine = true;

  /** A courier that is on its way. */
  private record Sent(Courier courier, RoomId room, Thread thread) {}

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

  /** Sends them out while this server leads, and calls them back when it does not; until closed. */
  public void takeTurns(Leadership leadership) {
    mine = false;
    Map<RoomId, Long> heads = new HashMap<>();
    try {
      while (!closed) {
        look(leadership, heads);
        TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(Leadership leadership, Map<RoomId, Long> heads) {
    try {
      mine = leadership.isMine();
      if (!mine) {
        sent.values().forEach(courier -> courier.thread().interrupt());
        return;
      }
      start();
      wakeThoseWith(heads);
    } catch (RuntimeException e) {
      log.warn("It could not be seen which outgoing webhooks there are", e);
    }
  }

  /** Other servers ring no bell here. */
  private void wakeThoseWith(Map<RoomId, Long> heads) {
    Map<RoomId, Long> now = new HashMap<>();
    sent.values().stream()
        .map(Sent::room)
        .distinct()
        .gather(Gatherers.windowFixed(PORTION))
        .forEach(rooms -> now.putAll(world.log().heads(rooms)));
    for (Sent courier : sent.values()) {
      Long head = now.get(courier.room());
      if (head != null && !head.equals(heads.get(courier.room()))) {
        courier.courier().wake();
      }
    }
    heads.putAll(now);
  }

  /** Sends one out, unless it is already, or another server does. */
  void send(OutgoingHooks.Active active) {
    Courier courier = new Courier(active, world);
    long id = active.hook().id();
    RoomId room = active.hook().room();
    Thread thread = Thread.ofVirtual().unstarted(() -> run(id, room, courier));
    if (mine && !closed && sent.putIfAbsent(id, new Sent(courier, room, thread)) == null) {
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
      sent.remove(id);
    }
  }

  /** Calls one back. */
  void recall(long id) {
    Sent courier = sent.get(id);
    if (courier != null) {
      courier.thread().interrupt();
    }
  }

  /** Calls all back; what is on its way is told again after the next start. */
  @Override
  public void close() {
    closed = true;
    sent.values().forEach(courier -> courier.thread().interrupt());
    for (Sent courier : sent.values()) {
      try {
        courier.thread().join(TO_END);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
