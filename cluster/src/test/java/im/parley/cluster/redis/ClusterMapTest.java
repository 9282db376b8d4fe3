package im.parley.cluster.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.cluster.SlotHash;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterMapTest {

  private static final Place ASKED = new Place("asked.example", 6379);

  @Test
  void whoServesWhatIsReadInWhateverOrderItIsSaid() {
    ClusterMap map =
        read(range(8_000, 16_383, "b.example"), range(5, 7_999, "a.example"), range(0, 4, ""));
    assertThat(map.masters())
        .containsExactly(ASKED, new Place("a.example", 6379), new Place("b.example", 6379));
    assertThat(map)
        .as("portions do not matter")
        .isEqualTo(
            read(
                range(0, 4, "asked.example"),
                range(5, 5_000, "a.example"),
                range(5_001, 7_999, "a.example"),
                range(8_000, 16_383, "b.example")));
    for (Place master : map.masters()) {
      int slot = SlotHash.getSlot(map.beatChannel(master));
      assertThat(map.master(slot)).isEqualTo(master);
    }
  }

  @Test
  void everySlotMustBeServed() {
    assertThatThrownBy(() -> read(range(0, 7, "a.example"), range(9, 16_383, "b.example")))
        .isInstanceOf(RedisException.class)
        .hasMessageContaining("no master serves slot 8");
    assertThatThrownBy(() -> read(range(0, 16_000, "a.example")))
        .isInstanceOf(RedisException.class)
        .hasMessageContaining("no master serves slot 16001");
    assertThatThrownBy(ClusterMapTest::read).hasMessageContaining("no master serves slot 0");
  }

  private static ClusterMap read(Object... ranges) {
    return ClusterMap.read(List.of(ranges), ASKED);
  }

  private static Object range(long first, long last, String master) {
    List<Object> replica = List.of("replica.example".getBytes(UTF_8), 6379L);
    return List.of(first, last, List.of(master.getBytes(UTF_8), 6379L), replica);
  }
}
