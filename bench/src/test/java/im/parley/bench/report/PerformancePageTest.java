package im.parley.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** What was measured takes the place of what stood there; the rest stays. */
class PerformancePageTest {

  private static final String BEFORE =
      """
      # Performance

      ## Messages on disk

      An old table.

      <!-- by hand -->
      ### A table of another day
      <!-- until here -->

      ## Starting

      Fast.
      """;

  @Test
  void whatWasNotMeasuredAndWhatIsWrittenByHandStays() {
    SequencedMap<String, String> results = new LinkedHashMap<>();
    results.put("fanout", "");
    results.put("send", "A new table.\n\n");
    results.put("start", "");
    results.put("mixed", "A day.\n");
    assertThat(PerformancePage.write(BEFORE, results))
        .startsWith("# Performance")
        .endsWith(
            """

            ## Messages on disk

            A new table.

            <!-- by hand -->
            ### A table of another day
            <!-- until here -->

            ## Starting

            Fast.

            ## A working day

            A day.
            """)
        .doesNotContain("old table", "Delivering");
  }
}
