package im.parley.core.push;

import java.util.regex.Pattern;

/** How a markdown text begins, in plain words on one line. */
final class Excerpt {

  /** How long it is at most, in characters. */
  static final int MAX = 200;

  private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\[]*)]\\([^()\\s]*\\)");
  private static final Pattern LINE_MARKS =
      Pattern.compile("(?m)^ {0,3}(?:#{1,6} |> ?|```.*$|~~~.*$)");
  private static final Pattern STYLE =
      Pattern.compile("\\*{1,3}|~~|`+|(?<!\\w)_{1,2}|_{1,2}(?!\\w)");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Excerpt() {}

  static String of(String markdown) {
    String begin = markdown.substring(0, Math.min(markdown.length(), 8 * MAX));
    String linked = LINK.matcher(begin).replaceAll("$1");
    String unmarked = LINE_MARKS.matcher(linked).replaceAll("");
    String plain = STYLE.matcher(unmarked).replaceAll("");
    String line = SPACE.matcher(plain).replaceAll(" ").strip();
    return cut(line.isEmpty() ? SPACE.matcher(begin).replaceAll(" ").strip() : line);
  }

  private static String cut(String line) {
    return line.codePointCount(0, line.length()) <= MAX
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX - 1)) + "…";
  }
}
