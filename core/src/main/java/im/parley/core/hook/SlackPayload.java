package im.parley.core.hook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message as Slack's incoming webhooks take it. What is not known here is passed over: what was
 * made for Slack mostly says enough without it.
 */
public final class SlackPayload {

  private final SlackMarkup markup = new SlackMarkup();
  private final List<String> parts = new ArrayList<>();

  private SlackPayload() {}

  /** Reads {@code username}, {@code text}, {@code blocks} and {@code attachments}. */
  public static SlackPayload of(Map<String, Object> json) {
    SlackPayload payload = new SlackPayload();
    String username = SlackMarkup.plain(text(json, "username")).replace("*", "");
    payload.body(json);
    for (Map<?, ?> attachment : objects(json, "attachments")) {
      payload.attachment(attachment);
    }
    if (!username.isBlank() && !payload.parts.isEmpty()) {
      payload.parts.addFirst("**" + username.strip() + "**");
    }
    return payload;
  }

  /** What it says, and whom it names. */
  public SlackMarkup.Markdown markdown() {
    return new SlackMarkup.Markdown(String.join("\n\n", parts), markup.mentions());
  }

  /** Where there are blocks, Slack shows the text only to those who cannot see them. */
  private void body(Map<?, ?> json) {
    List<String> blocks =
        objects(json, "blocks").stream().map(this::block).filter(it -> !it.isBlank()).toList();
    if (blocks.isEmpty()) {
      add(markup.translate(text(json, "text")));
    } else {
      blocks.forEach(this::add);
    }
  }

  private String block(Map<?, ?> block) {
    return switch (text(block, "type")) {
      case "header" -> bold(textObject(block.get("text")));
      case "section" ->
          Stream.concat(
                  Stream.of(textObject(block.get("text"))),
                  objects(block, "fields").stream().map(this::textObject))
              .filter(it -> !it.isBlank())
              .collect(Collectors.joining("\n"));
      case "context" ->
          objects(block, "elements").stream()
              .map(this::textObject)
              .filter(it -> !it.isBlank())
              .collect(Collectors.joining(" "));
      case "divider" -> "---";
      default -> "";
    };
  }

  /** A text object: {@code mrkdwn}, or {@code plain_text}, in which nothing is marked up. */
  private String textObject(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> object)) {
      return "";
    }
    return switch (text(object, "type")) {
      case "mrkdwn" -> markup.translate(text(object, "text"));
      case "plain_text" -> text(object, "text");
      default -> "";
    };
  }

  /** Beside a line, as Slack shows it; the fallback only when it says nothing else. */
  private void attachment(Map<?, ?> attachment) {
    add(markup.translate(text(attachment, "pretext")));
    List<String> lines = new ArrayList<>();
    lines.add(title(attachment));
    lines.add(markup.translate(text(attachment, "text")));
    for (Map<?, ?> field : objects(attachment, "fields")) {
      String title = bold(markup.translate(text(field, "title")));
      lines.add(title + (title.isEmpty() ? "" : ": ") + markup.translate(text(field, "value")));
    }
    objects(attachment, "blocks").forEach(block -> lines.add(block(block)));
    String said = lines.stream().filter(it -> !it.isBlank()).collect(Collectors.joining("\n"));
    String shown = said.isBlank() ? markup.translate(text(attachment, "fallback")) : said;
    if (!shown.isBlank()) {
      add(shown.lines().map(line -> "> " + line).collect(Collectors.joining("\n")));
    }
  }

  private String title(Map<?, ?> attachment) {
    String title = markup.translate(text(attachment, "title"));
    String link = text(attachment, "title_link");
    return link.isEmpty() ? bold(title) : SlackMarkup.link(link, title);
  }

  private static String bold(String text) {
    return text.isBlank() ? "" : "**" + text.strip().replace("**", "") + "**";
  }

  private void add(String part) {
    if (!part.isBlank()) {
      parts.add(part.strip());
    }
  }

  private static String text(Map<?, ?> json, String name) {
    return json.get(name) instanceof String text ? text.replace("\0", "") : "";
  }

  private static List<Map<?, ?>> objects(Map<?, ?> json, String name) {
    List<Map<?, ?>> objects = new ArrayList<>();
    if (json.get(name) instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> object) {
          objects.add(object);
        }
      }
    }
    return objects;
  }
}
