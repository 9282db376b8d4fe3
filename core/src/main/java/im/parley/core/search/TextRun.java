package im.parley.core.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of text that is searched as one: a word of letters and digits, or a run of characters
 * of a script that writes no spaces between words.
 *
 * @param kind which of the two
 * @param folded the word without case and accents; of a run, its characters as they are
 * @param start where it begins in the text, in UTF-16 units
 * @param end just behind it
 */
public record TextRun(Kind kind, String folded, int start, int end) {

  /** What a run is made of. */
  public enum Kind {
    /** Letters and digits between spaces and punctuation. */
    WORD,
    /** Han, kana or Hangul. */
    UNSPACED
  }

  /** The runs of a text, in order. */
  public static List<TextRun> of(String text) {
    List<TextRun> runs = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (isUnspaced(c)) {
        i = addUnspaced(text, i, runs);
      } else if (Character.isLetterOrDigit(c)) {
        i = addWord(text, i, runs);
      } else {
        i += Character.charCount(c);
      }
    }
    return runs;
  }

  private static int addUnspaced(String text, int start, List<TextRun> runs) {
    int i = start;
    while (i < text.length() && isUnspaced(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
    }
    runs.add(new TextRun(Kind.UNSPACED, text.substring(start, i), start, i));
    return i;
  }

  private static int addWord(String text, int start, List<TextRun> runs) {
    StringBuilder folded = new StringBuilder();
    int i = start;
    while (i < text.length() && continuesWord(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      fold(c, folded);
      i += Character.charCount(c);
    }
    if (!folded.isEmpty()) {
      runs.add(new TextRun(Kind.WORD, folded.toString(), start, i));
    }
    return i;
  }

  private static boolean continuesWord(int c) {
    return (Character.isLetterOrDigit(c) || isMark(c)) && !isUnspaced(c);
  }

  /** Case and accents do not matter: é, É and e with an accent behind it are e. */
  private static void fold(int c, StringBuilder folded) {
    if (c < 0x80) {
      folded.append((char) Character.toLowerCase(c));
      return;
    }
    Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(part -> Character.toLowerCase(Character.toUpperCase(part)))
        .forEach(folded::appendCodePoint);
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  private static boolean isUnspaced(int c) {
    if (c < 0x1100) {
      return false;
    }
    if (c == 0x30fc) { // the mark of a long vowel belongs to both kana
      return true;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> Character.isLetterOrDigit(c);
      default -> false;
    };
  }
}
