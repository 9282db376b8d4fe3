package im.parley.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "hello | -",
        "@ada | ada",
        "Hi @Ada, and @grace.hopper. | ada grace.hopper",
        "(@ada) *@grace* | ada grace",
        "mail ada@example.org or a/@ada | -",
        "@@ada and x@ada | -",
        "see `@ada` and ``a ` @grace`` but @eve | eve",
        "an open ` and @ada | ada",
        "@ and @- and @. | -",
        "漢字@ada | -",
        "漢字 @ada | ada",
      })
  void namesStandAtTheBeginningOfAWordAndOutsideOfCode(String text, String names) {
    assertThat(MentionReader.read(text).usernames()).isEqualTo(words(names));
    assertThat(MentionReader.read(text).everyone()).isEmpty();
  }

  @Test
  void whatIsInAFenceNamesNobody() {
    String text = "@ada\n```java\n@grace\n~~~\n```\n@eve\n~~~\n@bob";
    assertThat(MentionReader.read(text).usernames()).containsExactlyInAnyOrder("ada", "eve");
  }

  @Test
  void everyoneHasTwoNames() {
    assertThat(MentionReader.read("@room @here @ada").everyone())
        .containsExactlyInAnyOrder("@room", "@here");
    assertThat(MentionReader.read("@roommate").everyone()).isEmpty();
  }

  @Test
  void fiftyNamesAreReadAndNoMore() {
    String text =
        IntStream.range(0, 200).mapToObj(i -> "@user" + i).collect(Collectors.joining(" "));
    assertThat(MentionReader.read(text).usernames()).hasSize(50).contains("user0", "user49");
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split(" "))
        .filter(word -> !word.equals("-"))
        .collect(Collectors.toSet());
  }
}
