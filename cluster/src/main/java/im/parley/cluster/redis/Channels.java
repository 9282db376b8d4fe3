package im.parley.cluster.redis;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import java.util.Collection;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** What the channels and keys in Redis are called. Whatever is kept there may be lost. */
final class Channels {

  /** Where every node tells that it lives. */
  static final String NODES = "parley:nodes";

  /** So many channels are asked for in one command. */
  private static final int PORTION = 1_000;

  private Channels() {}

  /** As above, in a cluster, where there is one at each master: numbers spread them over slots. */
  static String ofNodes(int number) {
    return NODES + ":" + number;
  }

  /** What happens in a room. */
  static String of(RoomId room) {
    return "parley:room:" + room.value();
  }

  /** What concerns a user's sessions, and those who watch them. */
  static String of(UserId user) {
    return "parley:user:" + user.value();
  }

  /** Answers for one node. */
  static String ofNode(String node) {
    return "parley:node:" + node;
  }

  /** The key of a hash: on which nodes a user is, and when they used a session there last. */
  static String hereKey(UserId user) {
    return "parley:here:" + user.value();
  }

  /** Channels in portions, each for one command. */
  static Stream<String[]> portions(Collection<String> channels) {
    return channels.stream()
        .gather(Gatherers.windowFixed(PORTION))
        .map(some -> some.toArray(String[]::new));
  }
}
