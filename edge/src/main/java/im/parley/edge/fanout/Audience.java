package im.parley.edge.fanout;

import java.util.ArrayList;
import java.util.List;

/** How many read each format in one room, over all event loops. Safe to share. */
final class Audience {

  private volatile List<Share> shares = List.of();

  /**
   * Those who read the same format.
   *
   * @param format which
   * @param readers how many they are, at least 1
   */
  record Share(WireFormat format, int readers) {}

  /** A reader comes. */
  synchronized void add(WireFormat format) {
    count(format, 1);
  }

  /** A reader leaves. */
  synchronized void remove(WireFormat format) {
    count(format, -1);
  }

  private void count(WireFormat format, int more) {
    List<Share> counted = new ArrayList<>(shares.size() + 1);
    int readers = more;
    for (Share share : shares) {
      if (share.format().equals(format)) {
        readers += share.readers();
      } else {
        counted.add(share);
      }
    }
    if (readers > 0) {
      counted.add(new Share(format, readers));
    }
    shares = List.copyOf(counted);
  }

  /** Each format that somebody reads now. */
  List<Share> shares() {
    return shares;
  }
}
