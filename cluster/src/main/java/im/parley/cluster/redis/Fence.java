package im.parley.cluster.redis;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands before a node that cannot hear the others: it delivers nothing, not even its own
 * commits, before it has looked up which sessions have ended since; so whoever was sent away
 * elsewhere hears nothing that was said after that. It looks four times a second. Safe to share.
 */
final class Fence {

  private static final Logger log = LoggerFactory.getLogger(Fence.class);

  /** How often a node that is alone looks what others did. */
  private static final Duration LOOK = Duration.ofMillis(250);

  /** All channels are heard again within this time, or are asked for once more. */
  private static final Duration REJOIN = Duration.ofSeconds(5);

  private final Nodes nodes;
  private final Topics topics;
  private final RedisOtherNodes others;
  private final Later later;

  Fence(Nodes nodes, Topics topics, RedisOtherNodes others, Later later) {
    this.nodes = nodes;
    this.topics = topics;
    this.others = others;
    this.later = later;
  }

  /** Nobody is heard any more. Does not wait. */
  void putUp(Listening here) {
    putUpNow(here);
    topics.deaf();
    later.now(() -> lookAround(here));
  }

  private synchronized void putUpNow(Listening here) {
    here.streams().fence();
  }

  /** For as long as nobody is heard: whatever others would have said is looked up first. */
  private void lookAround(Listening here) {
    if (nodes.isAlone()) {
      advance(here);
      later.after(LOOK, () -> lookAround(here));
    }
  }

  private boolean advance(Listening here) {
    try {
      here.reader().advanceAll(here.listener()::alone);
      return true;
    } catch (RuntimeException e) {
      log.warn("What other nodes did could not be looked up", e);
      return false;
    }
  }

  /** Others are heard again: once every channel is, and what was missed is looked up. */
  void takeDown(Listening here) {
    later.now(() -> rejoin(here));
  }

  private void rejoin(Listening here) {
    if (hearsEverything() && advance(here) && takeDownNow(here)) {
      log.info("Redis is heard again");
      here.reader().compareAll();
      here.listener().reunited();
      others.sayAgain();
    } else {
      later.after(LOOK, () -> rejoinUnlessAlone(here));
    }
  }

  private boolean hearsEverything() {
    try {
      topics.followAgain().get(REJOIN.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      log.warn("Not every channel of Redis is heard yet");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** Under the lock that puts it up, so that a loss at this moment puts it up again. */
  private synchronized boolean takeDownNow(Listening here) {
    if (nodes.isAlone()) {
      return false;
    }
    here.streams().lift();
    return true;
  }

  private void rejoinUnlessAlone(Listening here) {
    if (!nodes.isAlone()) {
      rejoin(here);
    }
  }
}
