package im.parley.core.hook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.json.LooseJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackPayloadTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "→",
      quoteCharacter = '"',
      value = {
        "plain → plain",
        "*bold* and _italic_ and ~gone~ → **bold** and _italic_ and ~~gone~~",
        "2*3*4 and a * b * c → 2*3*4 and a * b * c",
        "**bold** → **bold**",
        "<https://example.org> → https://example.org",
        "<https://example.org/a_(b)|the [docs]> → [the \\[docs\\]](https://example.org/a_%28b%29)",
        "*<https://example.org|x>* → **[x](https://example.org)**",
        "<mailto:ada@example.org|ada> → [ada](mailto:ada@example.org)",
        "<javascript:alert(1)|click> → click",
        "<!here> look → @here look",
        "<!channel> and <!everyone> → @room and @room",
        "<@ada> and <@U024BE7LH|Grace> → @ada and @Grace",
        "<#C024BE7LR|general> → #general",
        "<!date^1392734382^{date}|Feb 18> → Feb 18",
        "a &lt;b&gt; &amp;amp; c → a <b> &amp; c",
        "`*not bold* <https://e.org|x> &lt;` → `*not bold* https://e.org <`",
        "$1 costs \\ → $1 costs \\",
      })
  void translatesMarkup(String mrkdwn, String markdown) {
    assertThat(new SlackMarkup().translate(mrkdwn)).isEqualTo(markdown);
  }

  @Test
  void onlyWhatStandsInAngleBracketsMentionsAnyone() {
    SlackMarkup markup = new SlackMarkup();
    markup.translate("@room @ada <@Grace> `<@eve>` <!here>");

    assertThat(markup.mentions().usernames()).containsExactly("grace");
    assertThat(markup.mentions().everyone()).containsExactly("@here");
  }

  @Test
  void showsAttachmentsBesideALine() {
    String json =
        """
        {"username": "CI", "icon_emoji": ":robot:", "text": "Build *failed*",
         "attachments": [{"fallback": "unused", "pretext": "Look:", "title": "Build 7",
           "title_link": "https://ci.example.org/7", "text": "one\\ntwo", "color": "#f00",
           "fields": [{"title": "Branch", "value": "main", "short": true}]},
           {"fallback": "Only this"}, 7]}
        """;

    assertThat(markdown(json))
        .isEqualTo(
            """
            **CI**

            Build **failed**

            Look:

            > [Build 7](https://ci.example.org/7)
            > one
            > two
            > **Branch**: main

            > Only this\
            """);
  }

  @Test
  void showsBlocksInsteadOfTheText() {
    String json =
        """
        {"text": "for notifications", "blocks": [
          {"type": "header", "text": {"type": "plain_text", "text": "Release"}},
          {"type": "section", "text": {"type": "mrkdwn", "text": "*1.0* is out"},
           "fields": [{"type": "mrkdwn", "text": "a"}, {"type": "plain_text", "text": "*b*"}]},
          {"type": "divider"},
          {"type": "context", "elements": [{"type": "mrkdwn", "text": "by <@ada>"},
            {"type": "image", "image_url": "x"}]},
          {"type": "something_new"}]}
        """;

    assertThat(markdown(json)).isEqualTo("**Release**\n\n**1.0** is out\na\n*b*\n\n---\n\nby @ada");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "→",
      quoteCharacter = '\'',
      value = {
        "{}",
        "{\"text\": 5, \"blocks\": {}, \"attachments\": [[]]}",
        "{\"username\": \"CI\", \"text\": \" \"}",
      })
  void saysNothingWhereThereIsNothing(String json) {
    assertThat(markdown(json)).isEmpty();
  }

  private static String markdown(String json) {
    return SlackPayload.of(LooseJson.object(json.getBytes(UTF_8))).markdown().text();
  }
}
