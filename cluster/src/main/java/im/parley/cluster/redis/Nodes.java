package im.parley.cluster.redis;

import java.time.Duration;
import java.util.ArrayList;
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
  private final Map<String, Node> others = new HashMap<>();
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

  /** Another node, and when it was heard last. */
  private static final class Node {
    long heardAt;
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

  /** A second has passed: who is gone? What this node says next is the beat of this number. */
  long tick() {
    List<Runnable> changes = new ArrayList<>(0);
    long beat;
    synchronized (this) {
      long now = nanoTime.getAsLong();
      if (!alone && now - heardSelfAt > SILENCE.toNanos()) {
        loseAll(changes);
      }
      others.forEach((name, node) -> {
        if (now - node.heardAt > DEATH.toNanos()) {
          changes.add(() -> listener.died(name));
        }
      });
      others.values().removeIf(node -> now - node.heardAt > DEATH.toNanos());
      beat = ++beats;
    }
    changes.forEach(Runnable::run);
    return beat;
  }

  /** The connection that listens is lost. */
  void lost() {
    List<Runnable> changes = new ArrayList<>(0);
    synchronized (this) {
      loseAll(changes);
    }
    changes.forEach(Runnable::run);
  }

  private void loseAll(List<Runnable> changes) {
    lastBeatBeforeLoss = beats;
    if (!alone) {
      alone = true;
      changes.add(listener::alone);
    }
  }

  /** A node has said that it lives. */
  void heard(String name, long beat) {
    List<Runnable> changes = new ArrayList<>(0);
    synchronized (this) {
      if (name.equals(self)) {
        heardSelf(beat, changes);
      } else {
        heardOther(name, changes);
      }
    }
    changes.forEach(Runnable::run);
  }

  private void heardSelf(long beat, List<Runnable> changes) {
    heardSelfAt = nanoTime.getAsLong();
    if (alone && beat > lastBeatBeforeLoss) {
      alone = false;
      changes.add(listener::reunited);
    }
  }

  private void heardOther(String name, List<Runnable> changes) {
    Node node = others.get(name);
    if (node == null) {
      node = new Node();
      others.put(name, node);
      changes.add(() -> listener.met(name));
    }
    node.heardAt = nanoTime.getAsLong();
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
    List<Runnable> changes = new ArrayList<>(0);
    boolean now;
    synchronized (this) {
      if (!alone && nanoTime.getAsLong() - heardSelfAt > SILENCE.toNanos()) {
        loseAll(changes);
      }
      now = alone;
    }
    changes.forEach(Runnable::run);
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
    return !alone
        && others.values().stream().allMatch(node -> now - node.heardAt <= DOUBT.toNanos());
  }
}
