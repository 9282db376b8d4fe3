package im.parley.core.message;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a markdown text is code: fenced blocks and spans between backticks (CommonMark 0.31.2,
 * sections 4.5 and 6.1). Takes time in proportion to the text, whatever is in it.
 */
final class MarkdownCode {

  private static final int MIN_FENCE = 3;
  private static final int MAX_INDENT = 3;

  private final char[] text;

  private MarkdownCode(String text) {
    this.text = text.toCharArray();
  }

  /** The text with spaces in place of its code, and of the same length. */
  static String blank(String text) {
    if (text.indexOf('`') < 0 && text.indexOf('~') < 0) {
      return text;
    }
    MarkdownCode code = new MarkdownCode(text);
    code.blankFences();
    code.blankSpans();
    return new String(code.text);
  }

  private void blankFences() {
    int opened = -1;
    int fence = 0;
    char mark = 0;
    for (int line = 0; line < text.length; line = lineEnd(line) + 1) {
      int at = afterIndent(line);
      int run = at < text.length && isFence(text[at]) ? run(at) : 0;
      if (opened < 0 && run >= MIN_FENCE) {
        opened = line;
        fence = run;
        mark = text[at];
      } else if (opened >= 0 && run >= fence && text[at] == mark && isBlank(at + run)) {
        fill(opened, lineEnd(line));
        opened = -1;
      }
    }
    if (opened >= 0) {
      fill(opened, text.length);
    }
  }

  private void blankSpans() {
    Map<Integer, Integer> lastRuns = lastRuns();
    int at = 0;
    while (at < text.length) {
      int run = text[at] == '`' ? run(at) : 0;
      if (run > 0 && lastRuns.getOrDefault(run, -1) > at) {
        int closing = nextRun(at + run, run);
        fill(at, closing + run);
        at = closing + run;
      } else {
        at += Math.max(run, 1);
      }
    }
  }

  /** For each length of a run of backticks, where the last such run begins. */
  private Map<Integer, Integer> lastRuns() {
    Map<Integer, Integer> last = new HashMap<>();
    for (int at = 0; at < text.length; at++) {
      if (text[at] == '`') {
        int run = run(at);
        last.put(run, at);
        at += run - 1;
      }
    }
    return last;
  }

  private int nextRun(int from, int length) {
    int at = from;
    while (text[at] != '`' || run(at) != length) {
      at += text[at] == '`' ? run(at) : 1;
    }
    return at;
  }

  private static boolean isFence(char c) {
    return c == '`' || c == '~';
  }

  private int run(int from) {
    int end = from;
    while (end < text.length && text[end] == text[from]) {
      end++;
    }
    return end - from;
  }

  private int afterIndent(int line) {
    int at = line;
    while (at < text.length && at - line < MAX_INDENT && text[at] == ' ') {
      at++;
    }
    return at;
  }

  private boolean isBlank(int from) {
    int at = from;
    while (at < text.length && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r')) {
      at++;
    }
    return at == text.length || text[at] == '\n';
  }

  private int lineEnd(int line) {
    int at = line;
    while (at < text.length && text[at] != '\n') {
      at++;
    }
    return at;
  }

  private void fill(int from, int to) {
    Arrays.fill(text, from, Math.min(to, text.length), ' ');
  }
}
