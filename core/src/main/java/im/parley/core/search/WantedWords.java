package im.parley.core.search;

import im.parley.protocol.error.RefusedException;
import im.parley.protocol.view.Hit.Highlight;
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
   * Where the words stand in a text, in order and apart; empty when one of them is not there. A
   * word of three letters or more is found in every word that begins with it, a shorter one only as
   * it is, a run of Han, kana or Hangul wherever it stands.
   */
  public List<Highlight> in(String text) {
    List<TextRun> there = TextRun.of(text);
    List<Highlight> spans = new ArrayList<>();
    for (TextRun wanted : runs) {
      int before = spans.size();
      there.forEach(run -> addMatches(wanted, run, spans));
      if (spans.size() == before) {
        return List.of();
      }
    }
    return apart(spans);
  }

  private static void addMatches(TextRun wanted, TextRun run, List<Highlight> spans) {
    if (wanted.kind() != run.kind()) {
      return;
    }
    switch (run.kind()) {
      case WORD -> {
        if (fits(wanted.folded(), run.folded())) {
          spans.add(new Highlight(run.start(), run.end()));
        }
      }
      case UNSPACED -> {
        int length = wanted.folded().length();
        for (int i = run.folded().indexOf(wanted.folded());
            i >= 0;
            i = run.folded().indexOf(wanted.folded(), i + length)) {
          spans.add(new Highlight(run.start() + i, run.start() + i + length));
        }
      }
    }
  }

  private static boolean fits(String wanted, String word) {
    return wanted.length() < MIN_BEGINNING ? word.equals(wanted) : word.startsWith(wanted);
  }

  /** In order, and those that touch each other's inside as one. */
  private static List<Highlight> apart(List<Highlight> spans) {
    spans.sort(Comparator.comparingInt(Highlight::start));
    List<Highlight> apart = new ArrayList<>();
    Highlight open = spans.getFirst();
    for (Highlight next : spans) {
      if (next.start() < open.end() || next.equals(open)) {
        open = new Highlight(open.start(), Math.max(open.end(), next.end()));
      } else {
        apart.add(open);
        open = next;
      }
    }
    apart.add(open);
    return apart;
  }
}
