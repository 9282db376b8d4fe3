package im.parley.protocol.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.protocol.error.RefusedException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  /** Wednesday, 25 November 2026, was in winter time: Berlin is an hour ahead. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-25T20:59:59Z, false",
    "2026-11-25T21:00:00Z, true",
    "2026-11-26T05:59:59Z, true",
    "2026-11-26T06:00:00Z, false",
    "2026-07-01T19:59:59Z, false",
    "2026-07-01T20:00:00Z, true"
  })
  void aNightIsByTheClockOfItsZone(Instant moment, boolean quiet) {
    QuietHours night = new QuietHours("22:00", "07:00", "Europe/Berlin", null);

    assertThat(night.include(moment)).isEqualTo(quiet);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T23:00:00Z, true", "2026-11-28T06:00:00Z, true",
    "2026-11-28T23:00:00Z, false", "2026-11-29T06:00:00Z, false",
    "2026-11-27T06:00:00Z, false"
  })
  void aNightBelongsToTheDayOnWhichItBegins(Instant moment, boolean quiet) {
    QuietHours friday = new QuietHours("22:00", "07:00", "UTC", List.of(5));

    assertThat(friday.include(moment)).isEqualTo(quiet);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-25T11:59:00Z, false",
    "2026-11-25T12:00:00Z, true",
    "2026-11-25T12:59:00Z, true",
    "2026-11-25T13:00:00Z, false",
    "2026-11-26T12:30:00Z, false"
  })
  void aNoonIsWithinADay(Instant moment, boolean quiet) {
    QuietHours noon = new QuietHours("12:00", "13:00", "UTC", List.of(3));

    assertThat(noon.include(moment)).isEqualTo(quiet);
  }

  @ParameterizedTest
  @CsvSource({
    "24:00, 07:00, UTC",
    "7:00, 08:00, UTC",
    "07:00, 07:00, UTC",
    "07:00, 08:60, UTC",
    "07:00, 08:00, Mars/Olympus",
    "07:00, 08:00, ''",
    "07:00, 08:00,"
  })
  void timesAndZoneAreChecked(String from, String to, String zone) {
    assertRefused(() -> new QuietHours(from, to, zone, null));
  }

  @Test
  void daysAreChecked() {
    assertThat(new QuietHours("07:00", "08:00", "UTC", List.of(7, 1, 7)).days())
        .containsExactly(1, 7);
    for (List<Integer> days : List.of(List.<Integer>of(), List.of(0), List.of(8))) {
      assertRefused(() -> new QuietHours("07:00", "08:00", "UTC", days));
    }
  }

  private static void assertRefused(Runnable wrong) {
    assertThatThrownBy(wrong::run)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal().field()).isEqualTo("quietHours"));
  }
}
