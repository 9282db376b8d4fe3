package im.parley.store.sql;

import im.parley.core.search.TextRun;
import im.parley.core.search.WantedWords;
import im.parley.protocol.id.UserId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Text as the index has it, whatever the engine. Words are folded and cut here, and the index only
 * splits at spaces: then no two tables of Unicode can disagree about what a word is. A run of Han,
 * kana or Hangul is every character and every pair of neighbours.
 */
public final class SearchTokens {

  /** Stands in the scope of a message with files. */
  public static final String FILE = "file";

  /** A longer word is indexed by its beginning. */
  private static final int MAX_WORD = 64;

  /** A shorter word is found only as it is: a message has the beginnings of too many. */
  private static final int MIN_BEGINNING = WantedWords.MIN_BEGINNING;

  private SearchTokens() {}

  /** What a message's text is indexed as: each token once, a space between. */
  public static String ofText(String text) {
    Set<String> tokens = new LinkedHashSet<>();
    for (TextRun run : TextRun.of(text)) {
      switch (run.kind()) {
        case WORD -> tokens.add(beginning(run.folded()));
        case UNSPACED -> {
          tokens.addAll(pieces(run.folded(), 1));
          tokens.addAll(pieces(run.folded(), 2));
        }
      }
    }
    return String.join(" ", tokens);
  }

  /** The room and the writer of a message, as they are indexed beside its words. */
  public static String scope(long room, UserId by, boolean hasFile) {
    String scope = room(room) + " " + writer(by);
    return hasFile ? scope + " " + FILE : scope;
  }

  /**
   * A word that a match has.
   *
   * @param token letters and digits alone
   * @param isBeginning whether a longer word that begins so will do
   */
  public record Term(String token, boolean isBeginning) {}

  /** What every match of the words has. */
  public static Set<Term> terms(WantedWords words) {
    Set<Term> terms = new LinkedHashSet<>();
    words.runs().forEach(run -> addTerms(run, terms));
    return terms;
  }

  private static void addTerms(TextRun run, Set<Term> terms) {
    switch (run.kind()) {
      case WORD -> terms.add(term(beginning(run.folded())));
      case UNSPACED -> {
        boolean single = run.folded().codePointCount(0, run.folded().length()) == 1;
        pieces(run.folded(), single ? 1 : 2).forEach(piece -> terms.add(new Term(piece, false)));
      }
    }
  }

  /** A word is found as the beginning of longer ones, too; the index knows beginnings of three. */
  private static Term term(String word) {
    return new Term(word, word.length() >= MIN_BEGINNING);
  }

  /** The room, as it stands in a scope. */
  public static String room(long number) {
    return "r" + number;
  }

  /**
   * The writer, as they stand in a scope: in hexadecimal, as an id may have characters that are no
   * word's.
   */
  public static String writer(UserId by) {
    return "u" + HexFormat.of().formatHex(by.value().getBytes(StandardCharsets.UTF_8));
  }

  private static String beginning(String word) {
    if (word.length() <= MAX_WORD) {
      return word;
    }
    int end = Character.isHighSurrogate(word.charAt(MAX_WORD - 1)) ? MAX_WORD - 1 : MAX_WORD;
    return word.substring(0, end);
  }

  /** Every stretch of so many characters. */
  private static List<String> pieces(String run, int length) {
    int[] characters = run.codePoints().toArray();
    return IntStream.rangeClosed(0, characters.length - length)
        .mapToObj(i -> new String(characters, i, length))
        .toList();
  }
}
