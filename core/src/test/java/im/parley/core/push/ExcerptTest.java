package im.parley.core.push;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void markdownIsReadAsPlainWords() {
    assertThat(Excerpt.of("# Plan\n\nThe **engine** _weaves_ ~~no~~ `patterns`."))
        .isEqualTo("Plan The engine weaves no patterns.");
    assertThat(Excerpt.of("See [the plan](https://example.org/a_b) and snake_case_name"))
        .isEqualTo("See the plan and snake_case_name");
    assertThat(Excerpt.of("> quoted\n```java\nint x;\n```")).isEqualTo("quoted int x;");
    assertThat(Excerpt.of("***")).isEqualTo("***");
  }

  @Test
  void whatIsTooLongIsCutBetweenCharacters() {
    assertThat(Excerpt.of("🦜".repeat(200))).isEqualTo("🦜".repeat(200));
    assertThat(Excerpt.of("🦜".repeat(201))).isEqualTo("🦜".repeat(199) + "…");
    assertThat(Excerpt.of("a ".repeat(4000))).hasSize(Excerpt.MAX);
  }
}
