package im.parley.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was measured is written down as it is. */
class TableTest {

  private static final Table TABLE =
      new Table(
          "Apples",
          List.of("Fresh."),
          List.of(
              Row.of(Map.of(Figure.SENDS, 12_345.6, Figure.P50, 1.5), "server", "ours"),
              Row.of(Map.of(Figure.SENDS, 7.0), "server", "theirs")));

  @Test
  void asMarkdown() {
    assertThat(TABLE.markdown())
        .isEqualTo(
            """
            ### Apples

            Fresh.

            | server | sends / s | p50 ms |
            |:-------|----------:|-------:|
            | ours   |    12,346 |   1.50 |
            | theirs |         7 |        |
            """);
  }

  @Test
  void theMedianIsTakenFigureByFigure() {
    List<Map<Figure, Double>> runs =
        List.of(
            Map.of(Figure.SENDS, 3.0, Figure.P50, 1.0),
            Map.of(Figure.SENDS, 1.0, Figure.P50, 2.0),
            Map.of(Figure.SENDS, 2.0, Figure.P50, 9.0));

    assertThat(Row.median(runs)).isEqualTo(Map.of(Figure.SENDS, 2.0, Figure.P50, 2.0));
  }
}
