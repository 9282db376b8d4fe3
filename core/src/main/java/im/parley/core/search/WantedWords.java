package im.parley.core.search;

import im.parley.protocol.error.RefusedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The words of a query. Whatever else stands in it (quotes, stars, operators) is not searched for.
 *
 * @param runs the words, at least one
 */
public record WantedWords(List<TextRun> runs) {

  /** A word of so many letters, in UTF-16 units, is also found as the beginning of longer ones. */
  public static final int MIN_BEGINNING = 3;

  public WantedWords {
    runs = List.copyOf(runs);
  }

  /**
   * The words of a query.
   *
   * @throws RefusedException {@code bad_request} if it has none
   */
  public static WantedWords of(String query) {
    List<TextRun> runs = TextRun.of(query);
    if (runs.isEmpty()) {
      throw RefusedException.badField("query", "must have a word: letters or digits");
    }
    return new WantedWords(runs);
  }

  /**
   * Where the words stand in a text, as pairs of start and end (UTF-16 units), in order and apart;
   * empty when one of them is not there. A word of three letters or more is found in every word
   * that begins with it, a shorter one only as it is, a run of Han, kana or Hangul wherever it
   * stands.
   */
  public List<List<Integer>> in(String text) {
    List<TextRun> there = TextRun.of(text);
    List<Span> spans = new ArrayList<>();
    for (TextRun wanted : runs) {
      int before = spans.size();
      there.forEach(run -> addMatches(wanted, run, spans));
      if (spans.size() == before) {
        return List.of();
      }
    }
    return apart(spans);
  }

  private record Span(int start, int end) {}

  private static void addMatches(TextRun wanted, TextRun run, List<Span> spans) {
    if (wanted.kind() != run.kind()) {
      return;
    }
    switch (run.kind()) {
      case WORD -> {
        if (fits(wanted.folded(), run.folded())) {
          spans.add(new Span(run.start(), run.end()));
        }
      }
      case UNSPACED -> {
        int length = wanted.folded().length();
        for (int i = run.folded().indexOf(wanted.folded());
            i >= 0;
            i = run.folded().indexOf(wanted.folded(), i + length)) {
          spans.add(new Span(run.start() + i, run.start() + i + length));
        }
      }
    }
  }

  private static boolean fits(String wanted, String word) {
    return wanted.length() < MIN_BEGINNING ? word.equals(wanted) : word.startsWith(wanted);
  }

  /** In order, and those that touch each other's inside as one. */
  private static List<List<Integer>> apart(List<Span> spans) {
    spans.sort(Comparator.comparingInt(Span::start));
    List<List<Integer>> pairs = new ArrayList<>();
    Span open = spans.getFirst();
    for (Span next : spans) {
      if (next.start() < open.end() || next.equals(open)) {
        open = new Span(open.start(), Math.max(open.end(), next.end()));
      } else {
        pairs.add(List.of(open.start(), open.end()));
        open = next;
      }
    }
    pairs.add(List.of(open.start(), open.end()));
    return pairs;
  }
}
