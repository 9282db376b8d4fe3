package im.parley.cluster.redis;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Which nodes live, this one included: each says so every second, and hears itself say so. One that
 * does not hear itself is alone, whatever the reason. Safe to share.
 */
final class Nodes {

  /** How often a node says that it lives. */
  static final Duration BEAT = Duration.ofSeconds(1);

  /** A node that does not hear itself for so long is alone. */
  static final Duration SILENCE = Duration.ofSeconds(3);

  /** A node that was not heard for so long is dead. */
  static final Duration DEATH = Duration.ofSeconds(10);

  /**
   * A node that was not heard for so long may be about to find that it is alone. It says a beat of
   * its own less than it waits for: the last one may have been heard by others alone.
   */
  private static final Duration DOUBT = SILENCE.minus(BEAT);

  private final String self;
  private final LongSupplier nanoTime;
  private final Listener listener;

  /** When each of the others was heard last. */
  private final Map<String, Long> others = new HashMap<>();

  private long beats;
  private long heardSelfAt;

  /** Only beats after this one show that this node is not alone; none is needed while it is not. */
  private long lastBeatBeforeLoss;

  private boolean alone;

  /** Who hears of changes. Called without a lock; may not block. */
  interface Listener {

    /** This node hears nobody any more. */
    void alone();

    /** It does again. */
    void reunited();

    /** A node is there that was not known. */
    void met(String node);

    /** A node is gone, and so are the people on it. */
    void died(String node);
  }

  /**
   * With no other node known yet.
   *
   * @param nanoTime counts nanoseconds
   */
  Nodes(String self, LongSupplier nanoTime, Listener listener) {
    this.self = self;
    this.nanoTime = nanoTime;
    this.listener = listener;
    this.heardSelfAt = nanoTime.getAsLong();
  }

  /** It listens from now on: what it could not hear before is no silence. */
  synchronized void listens() {
    heardSelfAt = nanoTime.getAsLong();
  }

  /** Tells operators of them. */
  void countIn(MeterRegistry registry) {
    Gauge.builder("parley.cluster.nodes", this, Nodes::living)
        .description("Nodes that this one hears, itself included")
        .register(registry);
    Gauge.builder("parley.cluster.connected", this, nodes -> nodes.isAlone() ? 0 : 1)
        .description("1 while this node hears itself through Redis, otherwise 0")
        .register(registry);
  }

  /** A second has passed: who is gone? What this node says next is the beat of this number. */
  long tick() {
    var _ = isAlone();
    List<String> gone;
    long beat;
    synchronized (this) {
      long now = nanoTime.getAsLong();
      gone =
          others.entrySet().stream()
              .filter(other -> now - other.getValue() > DEATH.toNanos())
              .map(Map.Entry::getKey)
              .toList();
      others.keySet().removeAll(gone);
      beat = ++beats;
    }
    gone.forEach(listener::died);
    return beat;
  }

  /** The connection that listens is lost. */
  void lost() {
    if (lose()) {
      listener.alone();
    }
  }

  /** This node hears nobody from now on; true if it did until now. */
  private synchronized boolean lose() {
    boolean news = !alone;
    lastBeatBeforeLoss = beats;
    alone = true;
    return news;
  }

  /** A node has said that it lives. */
  void heard(String name, long beat) {
    if (name.equals(self)) {
      if (isReunitedBy(beat)) {
        listener.reunited();
      }
    } else if (isNew(name)) {
      listener.met(name);
    }
  }

  private synchronized boolean isReunitedBy(long beat) {
    heardSelfAt = nanoTime.getAsLong();
    boolean reunited = alone && beat > lastBeatBeforeLoss;
    alone &= !reunited;
    return reunited;
  }

  private synchronized boolean isNew(String name) {
    return others.put(name, nanoTime.getAsLong()) == null;
  }

  /** A node has ended in good order. */
  void farewell(String name) {
    boolean known;
    synchronized (this) {
      known = others.remove(name) != null;
    }
    if (known) {
      listener.died(name);
    }
  }

  /** Whether this node hears nobody. It need not have been noticed before: it may have slept. */
  boolean isAlone() {
    boolean news;
    boolean now;
    synchronized (this) {
      news = !alone && nanoTime.getAsLong() - heardSelfAt > SILENCE.toNanos() && lose();
      now = alone;
    }
    if (news) {
      listener.alone();
    }
    return now;
  }

  /** Whether another node is known to live. */
  synchronized boolean lives(String name) {
    return others.containsKey(name);
  }

  /** How many nodes live, this one included. */
  synchronized int living() {
    return 1 + others.size();
  }

  /** Whether every node that does not know yet whether it is alone can be heard. */
  synchronized boolean hearsAll() {
    long now = nanoTime.getAsLong();
    return !alone && others.values().stream().allMatch(heardAt -> now - heardAt <= DOUBT.toNanos());
  }
}
