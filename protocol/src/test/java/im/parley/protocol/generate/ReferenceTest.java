package im.parley.protocol.generate;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.command.CommandCatalogue;
import im.parley.protocol.error.CloseCode;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.event.EventType;
import im.parley.protocol.example.Examples;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page for people leaves nothing out, and its links lead somewhere. */
class ReferenceTest {

  private static final Pattern LINK = Pattern.compile("]\\(([^)]*)\\)");
  private static final String PAGE =
      ReferenceWriter.write(Model.of(GeneratedFile.root().resolve("protocol/src/main/java")));
  private static final List<String> LINES = PAGE.lines().toList();

  @Test
  void everyLinkLeadsSomewhere() {
    Set<String> anchors = anchors();

    assertThat(links().filter(link -> link.startsWith("#")).distinct())
        .hasSizeGreaterThan(50)
        .allMatch(link -> anchors.contains(link.substring(1)));
    assertThat(links().filter(link -> !link.startsWith("#")))
        .isNotEmpty()
        .allMatch(link -> Files.exists(GeneratedFile.root().resolve("docs").resolve(link)));
  }

  private static Stream<String> links() {
    return LINK.matcher(PAGE).results().map((MatchResult link) -> link.group(1));
  }

  /** The anchors that GitHub gives to the headings: it numbers the later ones of a name. */
  private static Set<String> anchors() {
    Map<String, Integer> seen = new HashMap<>();
    Set<String> anchors = new HashSet<>();
    headings()
        .forEach(title -> {
          String anchor = Markdown.anchor(title);
          int before = seen.merge(anchor, 1, Integer::sum) - 1;
          anchors.add(before == 0 ? anchor : anchor + "-" + before);
        });
    return anchors;
  }

  private static Stream<String> headings() {
    return LINES.stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", ""));
  }

  @Test
  void everyCommandAndEventHasAHeading() {
    assertThat(headings())
        .containsSubsequence(CommandCatalogue.all().stream().map(type -> type.name()).toList())
        .containsAll(Stream.of(EventType.values()).map(EventType::wireName).toList())
        .containsSubsequence(
            Examples.signals().stream().map(event -> event.data().wireName()).toList());
  }

  @Test
  void everyErrorAndCloseCodeHasARow() {
    for (ErrorCode code : ErrorCode.values()) {
      assertThat(LINES)
          .anyMatch(line ->
              line.startsWith("| `%s` | %d |".formatted(code.wireName(), code.httpStatus())));
    }
    for (CloseCode code : CloseCode.values()) {
      assertThat(LINES).anyMatch(line -> line.startsWith("| %d | ".formatted(code.code())));
    }
  }

  @Test
  void everyCommandAndEventHasAnExample() {
    for (String frame : List.of("→ {\"id\":1,\"type\":\"", "← {\"id\":1,\"ok\":")) {
      assertThat(LINES)
          .filteredOn(line -> line.startsWith(frame) && !line.contains("…"))
          .hasSize(CommandCatalogue.all().size());
    }
    assertThat(LINES)
        .filteredOn(line -> line.startsWith("← {\"type\":\"") && !line.contains("…"))
        .hasSize(EventType.values().length + Examples.signals().size());
  }

  @Test
  void noExampleRunsOutOfThePage() {
    assertThat(LINES)
        .filteredOn(line -> !line.startsWith("|"))
        .allMatch(line -> line.length() <= Transcript.WIDTH);
  }
}
