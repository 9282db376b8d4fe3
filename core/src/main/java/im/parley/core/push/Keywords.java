package im.parley.core.push;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds words in what people write, whatever their case and accents. A word that is part of a
 * longer one is not there; scripts that put no spaces between words have no longer ones.
 */
final class Keywords {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Keywords() {}

  /** Whether one of the words, or phrases, is in the text. */
  static boolean anyIn(String text, List<String> keywords) {
    if (keywords.isEmpty()) {
      return false;
    }
    String folded = fold(text);
    return keywords.stream().map(Keywords::fold).anyMatch(keyword -> isIn(folded, keyword));
  }

  /** Compatibility decomposition (Unicode Standard Annex 15) without marks, in lower case. */
  private static String fold(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static boolean isIn(String text, String keyword) {
    if (keyword.isEmpty()) {
      return false;
    }
    for (int at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + 1)) {
      if (isEdge(text, at) && isEdge(text, at + keyword.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word can begin or end between these two characters. */
  private static boolean isEdge(String text, int at) {
    return at == 0
        || at == text.length()
        || !joins(text.codePointBefore(at))
        || !joins(text.codePointAt(at));
  }

  private static boolean joins(int character) {
    if (!Character.isLetterOrDigit(character) && character != '_') {
      return false;
    }
    return switch (Character.UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> false;
      default -> true;
    };
  }
}
