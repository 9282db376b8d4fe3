package im.parley.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryTest {

  private static final Refusal BUSY = Refusal.later(ErrorCode.OVERLOADED, "Busy", 200);
  private static final Refusal FAULT = Refusal.of(ErrorCode.INTERNAL, "A fault");

  @Test
  void waitsTwiceAsLongAfterEachTryAndForEver() {
    assertThat(Retry.after(BUSY, 0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Retry.after(BUSY, 3)).isEqualTo(Duration.ofSeconds(8));
    assertThat(Retry.after(BUSY, 9)).isEqualTo(Duration.ofMinutes(5));
    assertThat(Retry.after(BUSY, 1_000_000)).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void waitsAsLongAsItIsAskedTo() {
    Refusal slow = Refusal.later(ErrorCode.RATE_LIMITED, "Slow mode", 30_000);
    assertThat(Retry.after(slow, 0)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void givesUpOnWhatStaysAsItIs() {
    assertThat(Retry.after(Refusal.of(ErrorCode.FORBIDDEN, "Join the room first"), 0)).isNull();
    assertThat(Retry.after(FAULT, 8)).isEqualTo(Duration.ofSeconds(256));
    assertThat(Retry.after(FAULT, 9)).isNull();
  }
}
