package im.parley.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodesTest {

  private final List<String> changes = new ArrayList<>();
  private long now;
  private final Nodes nodes = new Nodes("self", () -> now, new Recorder());

  @Test
  void oneThatDoesNotHearItselfIsAlone() {
    nodes.heard("self", nodes.tick());
    pass(Nodes.SILENCE);
    nodes.tick();
    assertThat(changes).isEmpty();
    pass(Duration.ofMillis(1));
    long unheard = nodes.tick();
    assertThat(changes).containsExactly("alone");
    assertThat(nodes.hearsAll()).isFalse();
    nodes.heard("self", unheard - 1);
    assertThat(nodes.isAlone()).as("that was said before").isTrue();
    nodes.heard("self", unheard);
    assertThat(changes).containsExactly("alone", "reunited");
    assertThat(nodes.hearsAll()).isTrue();
  }

  @Test
  void oneThatTookLongToStartIsNotAlone() {
    pass(Nodes.SILENCE.plusSeconds(1));
    nodes.listens();
    nodes.heard("self", nodes.tick());
    assertThat(changes).isEmpty();
    assertThat(nodes.isAlone()).isFalse();
  }

  @Test
  void oneThatSleptIsAloneBeforeAnybodyNotices() {
    nodes.heard("self", nodes.tick());
    pass(Nodes.SILENCE.plusMillis(1));
    assertThat(nodes.isAlone()).isTrue();
    assertThat(changes).containsExactly("alone");
  }

  @Test
  void aLostConnectionIsNoticedAtOnce() {
    long before = nodes.tick();
    nodes.lost();
    nodes.lost();
    nodes.heard("self", before);
    assertThat(changes).containsExactly("alone");
    nodes.heard("self", nodes.tick());
    assertThat(changes).containsExactly("alone", "reunited");
  }

  @Test
  void anotherIsMetAndDiesOfSilence() {
    nodes.heard("other", 1);
    assertThat(nodes.lives("other")).isTrue();
    assertThat(nodes.living()).isEqualTo(2);
    passHearingSelf(Nodes.SILENCE.minus(Nodes.BEAT).plusMillis(1));
    assertThat(nodes.hearsAll()).as("it may be there, unheard, and not know it yet").isFalse();
    passHearingSelf(Nodes.DEATH);
    assertThat(changes).containsExactly("met other", "died other");
    assertThat(nodes.lives("other")).isFalse();
    assertThat(nodes.hearsAll()).as("if it is there, it knows that it is alone").isTrue();
    nodes.heard("other", 9);
    assertThat(changes).containsExactly("met other", "died other", "met other");
    assertThat(nodes.hearsAll()).isTrue();
  }

  @Test
  void whoSaysFarewellIsGoneForGood() {
    nodes.heard("other", 1);
    nodes.farewell("other");
    nodes.farewell("other");
    assertThat(changes).containsExactly("met other", "died other");
    assertThat(nodes.hearsAll()).isTrue();
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private void passHearingSelf(Duration time) {
    pass(time);
    nodes.heard("self", 1);
    nodes.tick();
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
    public void met(String node) {
      changes.add("met " + node);
    }

    @Override
    public void died(String node) {
      changes.add("died " + node);
    }
  }
}
