package im.parley.edge.eventstream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.protocol.error.RefusedException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {

  @Test
  void whatAnIdSaysIsWhatWasReached() {
    Positions positions = Positions.of("");
    positions.epoch("e1");
    positions.reached("r1", 7);
    positions.reached("r2", Long.MAX_VALUE / 10);
    positions.reached("r1", 8);
    Positions again = Positions.of(positions.id());
    assertThat(again.epoch()).isEqualTo("e1");
    assertThat(again.rooms()).isEqualTo(Map.of("r1", 8L, "r2", Long.MAX_VALUE / 10));
    assertThat(again.id()).isEqualTo(positions.id());
  }

  @Test
  void theRoomsInWhichSomethingHappenedLastAreKept() {
    Positions positions = Positions.of("");
    for (int i = 0; i < 10 * Positions.MAX_ROOMS; i++) {
      positions.reached("r0123456789ab" + i, 1_000_000);
      positions.reached("always", i);
    }
    assertThat(positions.rooms()).hasSize(Positions.MAX_ROOMS).containsKey("always");
    assertThat(positions.id().length()).isLessThan(7500);
    assertThat(Positions.of(positions.id()).rooms()).isEqualTo(positions.rooms());
  }

  @ParameterizedTest
  @ValueSource(strings = {"42", "!", "ZTEscjE6", "ZTEscjE6LTE", "ZTEs"})
  void whatIsNoIdIsRefused(String id) {
    assertThatThrownBy(() -> Positions.of(id)).isInstanceOf(RefusedException.class);
  }

  @Test
  void marksAreReadAndTheBytesLeftAsTheyAre() {
    String blocks =
        PlaceMarks.epoch("e2")
            + PlaceMarks.place("r1", 41)
            + "event: hello\ndata: {\"a\":\":p r9 9\"}\n\n"
            + PlaceMarks.place("r1", 42)
            + "event: x\ndata: {}\n\n:\n\n";
    ByteBuf bytes = Unpooled.copiedBuffer(blocks, US_ASCII);
    Positions positions = Positions.of("");
    assertThat(PlaceMarks.read(bytes, positions)).isTrue();
    assertThat(positions.rooms()).isEqualTo(Map.of("r1", 42L));
    assertThat(positions.epoch()).isEqualTo("e2");
    assertThat(bytes.toString(US_ASCII)).isEqualTo(blocks);
    assertThat(PlaceMarks.read(Unpooled.copiedBuffer(":\n\n", US_ASCII), positions)).isFalse();
  }
}
