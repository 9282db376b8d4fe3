package im.parley.core.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordsTest {

  @ParameterizedTest
  @CsvSource({
    "loom, The loom weaves, true",
    "loom, LOOM!, true",
    "loom, looms, false",
    "loom, heirloom, false",
    "loom, heirloom and loom, true",
    "loom, loom_2, false",
    "Müller, gruesse an MULLER, true",
    "muller, Müller's mill, true",
    "straße, STRASSE, true",
    "release plan, the Release Plan is out, true",
    "release plan, the release of the plan, false",
    "C++, I know c++., true",
    "会議, 明日の会議です, true",
    "loom, , false"
  })
  void aWordIsFoundWhole(String keyword, String text, boolean found) {
    assertThat(Keywords.anyIn(text == null ? "" : text, List.of("other", keyword)))
        .isEqualTo(found);
  }

  @Test
  void nothingIsFoundByWhatHasNoLetters() {
    assertThat(Keywords.anyIn("a \u0301 b", List.of("\u0301"))).isFalse();
    assertThat(Keywords.anyIn("anything", List.of())).isFalse();
  }
}
