package im.parley.cluster.redis;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Counts a beat of a node when it was heard on every channel that carries beats, of which there is
 * one for each server that carries what is said: a node that cannot be heard through one of them is
 * as if it could not be heard at all, be it this node or another. Safe to share.
 */
final class Beats {

  private final Nodes nodes;

  /** The number of each node's last beat, by the channel on which it was heard. */
  private final Map<String, Map<String, Long>> heard = new HashMap<>();

  private Set<String> channels = Set.of();

  Beats(Nodes nodes) {
    this.nodes = nodes;
  }

  /** From now on these channels carry beats; what was heard before counts for nothing. */
  synchronized void comeOn(Set<String> some) {
    channels = Set.copyOf(some);
    heard.clear();
  }

  /** A node has said that it lives. */
  void heard(String channel, String node, long number) {
    if (isHeardOnAll(channel, node, number)) {
      nodes.heard(node, number);
    }
  }

  /** Whether this beat was the last to come of those with its number. */
  private synchronized boolean isHeardOnAll(String channel, String node, long number) {
    if (!channels.contains(channel)) {
      return false;
    }
    Map<String, Long> last = heard.computeIfAbsent(node, _ -> new HashMap<>());
    last.put(channel, number);
    return last.size() == channels.size() && Collections.min(last.values()) == number;
  }

  /** A node is gone. */
  synchronized void forget(String node) {
    heard.remove(node);
  }
}
