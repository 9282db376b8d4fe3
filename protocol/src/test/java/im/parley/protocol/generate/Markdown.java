package im.parley.protocol.generate;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of Markdown, written from its top to its end. */
final class Markdown {

  /** What GitHub leaves out of the anchor that it makes of a heading. */
  private static final Pattern NOT_IN_ANCHOR = Pattern.compile("[^\\p{L}\\p{N} _-]");

  private final StringBuilder out = new StringBuilder();

  /** The anchor of the first heading with this title. */
  static String anchor(String title) {
    return NOT_IN_ANCHOR.matcher(title.toLowerCase(Locale.ROOT)).replaceAll("").replace(' ', '-');
  }

  static String code(String text) {
    return "`" + text + "`";
  }

  static String link(String text, String anchor) {
    return "[" + text + "](#" + anchor + ")";
  }

  /** A heading; 1 is the page's own. */
  void heading(int level, String title) {
    block("#".repeat(level) + " " + title);
  }

  /** One paragraph, set in lines. */
  void paragraph(String text) {
    block(text.replaceAll("(.{1," + Transcript.WIDTH + "})(?: |$)", "$1\n"));
  }

  /** Paragraphs, a list or whatever else stands between empty lines. */
  void block(String text) {
    if (!out.isEmpty()) {
      out.append('\n');
    }
    out.append(text.strip()).append('\n');
  }

  /** Text as it is. */
  void preformatted(String text) {
    block("```\n" + text.stripTrailing() + "\n```");
  }

  /** A table: its head, and one row for each element. */
  void table(List<String> head, Stream<List<String>> rows) {
    String line = "|" + "---|".repeat(head.size()) + "\n";
    block(row(head) + line + rows.map(Markdown::row).collect(Collectors.joining()));
  }

  private static String row(List<String> cells) {
    List<String> escaped = cells.stream().map(cell -> cell.replace("|", "\\|")).toList();
    return "| " + String.join(" | ", escaped) + " |\n";
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
