package im.parley.cluster.redis;

import io.lettuce.core.cluster.SlotHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which master of a Redis Cluster serves which slots.
 *
 * @param ranges cover all slots, each once, in order
 */
record ClusterMap(List<Range> ranges) {

  /**
   * Slots of one master that follow each other.
   *
   * @param first the first of them
   * @param last the last of them
   */
  record Range(int first, int last, Place master) {}

  /**
   * Checks that every slot is served.
   *
   * @throws RedisException if one is not
   */
  ClusterMap {
    ranges = joined(ranges.stream().sorted(Comparator.comparingInt(Range::first)).toList());
  }

  /** Servers that say the same in different portions say the same. */
  private static List<Range> joined(List<Range> sorted) {
    List<Range> joined = new ArrayList<>();
    int next = 0;
    for (Range range : sorted) {
      if (range.first() != next) {
        throw incomplete(next);
      }
      next = range.last() + 1;
      if (!joined.isEmpty() && joined.getLast().master().equals(range.master())) {
        range = new Range(joined.removeLast().first(), range.last(), range.master());
      }
      joined.add(range);
    }
    if (next != SlotHash.SLOT_COUNT) {
      throw incomplete(next);
    }
    return List.copyOf(joined);
  }

  private static RedisException incomplete(int slot) {
    return new RedisException("the cluster is not complete, no master serves slot " + slot);
  }

  /**
   * Reads the answer to CLUSTER SLOTS: for each range its first and last slot, its master, and its
   * replicas; of a server its host and port.
   *
   * @param asked where the server is that says so; one whose host it does not know is at its own
   * @throws RedisException if it does not cover all slots
   */
  static ClusterMap read(List<Object> answer, Place asked) {
    return new ClusterMap(answer.stream().map(range -> range((List<?>) range, asked)).toList());
  }

  private static Range range(List<?> parts, Place asked) {
    List<?> master = (List<?>) Objects.requireNonNull(parts.get(2));
    String host = text(master.get(0));
    return new Range(
        number(parts.get(0)),
        number(parts.get(1)),
        new Place(host.isEmpty() ? asked.host() : host, number(master.get(1))));
  }

  private static int number(@Nullable Object part) {
    return ((Long) Objects.requireNonNull(part)).intValue();
  }

  private static String text(@Nullable Object part) {
    return part == null ? "" : new String((byte[]) part, StandardCharsets.UTF_8);
  }

  /** Every master that serves a slot. */
  Set<Place> masters() {
    Set<Place> masters = new LinkedHashSet<>();
    ranges.forEach(range -> masters.add(range.master()));
    return masters;
  }

  /** The master of a slot. */
  Place master(int slot) {
    return ranges.stream()
        .filter(range -> slot <= range.last())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No slot: " + slot))
        .master();
  }

  /** The channel of beats at a master, the same for every node that has this map. */
  String beatChannel(Place master) {
    return IntStream.iterate(0, number -> number + 1)
        .mapToObj(Channels::ofNodes)
        .filter(channel -> master(SlotHash.getSlot(channel)).equals(master))
        .findFirst()
        .orElseThrow();
  }
}
