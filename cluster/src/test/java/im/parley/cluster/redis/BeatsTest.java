package im.parley.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BeatsTest {

  private final List<String> changes = new ArrayList<>();
  private long now;
  private final Nodes nodes = new Nodes("self", () -> now, new Recorder());
  private final Beats beats = new Beats(nodes);

  @Test
  void aBeatThatIsNotHeardThroughEveryMasterIsNone() {
    beats.comeOn(Set.of("a", "b"));
    long first = nodes.tick();
    beats.heard("a", "self", first);
    beats.heard("b", "self", first);
    for (int second = 0; second < Nodes.SILENCE.toSeconds(); second++) {
      now += Nodes.BEAT.toNanos();
      beats.heard("a", "self", nodes.tick());
    }
    assertThat(nodes.isAlone()).isFalse();
    now++;
    assertThat(nodes.isAlone()).as("nothing is heard through b").isTrue();

    long next = nodes.tick();
    beats.heard("b", "self", next);
    assertThat(nodes.isAlone()).isTrue();
    beats.heard("a", "self", next);
    assertThat(nodes.isAlone()).isFalse();
  }

  @Test
  void anotherNodeIsThereWhenEveryMasterCarriesItsBeats() {
    beats.comeOn(Set.of("a", "b"));
    beats.heard("a", "other", 1);
    beats.heard("elsewhere", "other", 1);
    assertThat(nodes.lives("other")).isFalse();
    beats.heard("b", "other", 2);
    assertThat(nodes.lives("other")).as("the first was lost on one of them").isFalse();
    beats.heard("a", "other", 2);
    assertThat(nodes.lives("other")).isTrue();
  }

  @Test
  void whatWasHeardThroughFormerMastersCountsForNothing() {
    beats.comeOn(Set.of("a", "b"));
    nodes.lost();
    long next = nodes.tick();
    beats.heard("a", "self", next);
    beats.comeOn(Set.of("a", "c"));
    beats.heard("c", "self", next);
    assertThat(changes).containsExactly("alone");
    beats.heard("a", "self", next);
    assertThat(changes).containsExactly("alone", "reunited");
  }

  private final class Recorder implements Nodes.Listener {

    @Override
    public void alone() {
      changes.add("alone");
    }

    @Override
    public void reunited() {
      changes.add("reunited");
    }

    @Override
    public void met(String node) {}

    @Override
    public void died(String node) {}
  }
}
