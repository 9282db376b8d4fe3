package im.parley.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  private static final Member ANN = new Member("ann", "", List.of());
  private static final Member BOB = new Member("bob", "", List.of());
  private static final Member CARL = new Member("carl", "", List.of());

  private final Spread spread = new Spread();

  @Test
  void inTurnAndToTheNodeAfter() {
    spread.assign(List.of(ANN, BOB, CARL), List.of(1, 2));
    assertThat(spread.at(1, List.of(ANN, BOB, CARL))).containsExactly(ANN, CARL);
    assertThat(spread.applyAsInt(BOB)).isEqualTo(2);
    spread.rotate(List.of(1, 2));
    assertThat(spread.at(1, List.of(ANN, BOB, CARL))).containsExactly(BOB);
    assertThatIllegalStateException()
        .isThrownBy(() -> spread.applyAsInt(new Member("dora", "", List.of())));
  }
}
