package im.parley.protocol.command;

import im.parley.protocol.error.RefusedException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What commands ask of their fields. Each check returns the value, or refuses and names the field.
 */
final class Check {

  static final int MAX_PAGE = 200;
  private static final int DEFAULT_PAGE = 50;

  private static final Pattern USERNAME = Pattern.compile("[a-z0-9._-]{3,32}");
  private static final Pattern ALIAS = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");

  private static final Pattern SLASH_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  private static final Pattern EVENT_TYPE = Pattern.compile("[a-z0-9._-]+");
  private static final Pattern GRAPHEME = Pattern.compile("\\X");
  private static final int MAX_EMOJI = 16;
  private static final int MAX_WORD = 64;
  private static final int KEYCAP = 0x20e3;

  private Check() {}

  static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw RefusedException.badField(field, "is missing");
    }
    return value;
  }

  static String username(String field, @Nullable String value) {
    String username = required(field, value);
    if (!USERNAME.matcher(username).matches()) {
      throw RefusedException.badField(field, "must be 3 to 32 of a-z, 0-9, '.', '_' and '-'");
    }
    return username;
  }

  static String alias(String field, String value) {
    if (!ALIAS.matcher(value).matches()) {
      throw RefusedException.badField(
          field, "must be 2 to 40 of a-z, 0-9 and '-', and not begin with '-'");
    }
    return value;
  }

  static String slashName(String field, @Nullable String value) {
    String name = required(field, value);
    if (!SLASH_NAME.matcher(name).matches()) {
      throw RefusedException.badField(
          field, "must be 1 to 32 of a-z, 0-9 and '-', and not begin with '-'");
    }
    return name;
  }

  /** Text of {@code min} to {@code max} characters (Unicode code points), nothing said of them. */
  static String length(String field, @Nullable String value, int min, int max) {
    String text = required(field, value);
    // A code point is one or two chars: most lengths are decided without counting.
    boolean fits =
        text.length() >= min
            && text.length() <= 2 * max
            && text.codePointCount(0, text.length()) <= max
            && text.codePointCount(0, text.length()) >= min;
    if (!fits) {
      throw RefusedException.badField(field, "must be " + min + " to " + max + " characters");
    }
    return text;
  }

  /** What someone says: not blank, whole Unicode, no NUL; line breaks and all else are theirs. */
  static String prose(String field, @Nullable String value, int max) {
    String text = length(field, value, 1, max);
    if (text.isBlank()) {
      throw RefusedException.badField(field, "must not be blank");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw RefusedException.badField(field, "must not contain NUL");
      }
      if (Character.isSurrogate(c)) {
        requirePair(field, text, i);
        i++;
      }
    }
    return text;
  }

  /** A name on one line that can be seen: no control or direction characters, no space around. */
  static String name(String field, @Nullable String value, int max) {
    String text = prose(field, value, max);
    if (text.codePoints().noneMatch(Check::visible)) {
      throw RefusedException.badField(field, "must have a character that can be seen");
    }
    if (text.codePoints().anyMatch(Check::disguises)) {
      throw RefusedException.badField(
          field, "must not contain line breaks, control or direction characters");
    }
    return text.strip();
  }

  /** A name that may be left out: empty then, and when it says nothing. */
  static String nameOrEmpty(String field, @Nullable String value, int max) {
    return value == null || value.isBlank() ? "" : name(field, value, max);
  }

  /** A list of so many words at most, of 1 to 64 characters each; empty when left out. */
  static List<String> words(String field, @Nullable List<String> value, int max) {
    if (value == null) {
      return List.of();
    }
    if (value.size() > max) {
      throw RefusedException.badField(field, "must be at most " + max);
    }
    return value.stream().map(word -> prose(field, word, MAX_WORD)).toList();
  }

  /** Names of types of events, so many at most; empty when left out. */
  static List<String> eventTypes(String field, @Nullable List<String> value, int max) {
    List<String> types = words(field, value, max);
    if (!types.stream().allMatch(type -> EVENT_TYPE.matcher(type).matches())) {
      throw RefusedException.badField(
          field, "must be types of durable events, for example message.posted");
    }
    return types;
  }

  static int page(String field, @Nullable Integer limit) {
    if (limit == null) {
      return DEFAULT_PAGE;
    }
    if (limit < 1 || limit > MAX_PAGE) {
      throw RefusedException.badField(field, "must be 1 to " + MAX_PAGE);
    }
    return limit;
  }

  static long seq(String field, @Nullable Long value) {
    long seq = required(field, value);
    if (seq < 0) {
      throw RefusedException.badField(field, "must not be negative");
    }
    return seq;
  }

  static @Nullable Long optionalSeq(String field, @Nullable Long value) {
    return value == null ? null : (Long) seq(field, value);
  }

  /** The seq of a message that a command is about. */
  static long target(String field, @Nullable Long value) {
    long target = required(field, value);
    if (target < 1) {
      throw RefusedException.badField(field, "must be the seq of a message: 1 or more");
    }
    return target;
  }

  /** One emoji, as people see it: a single grapheme that has an emoji in it. */
  static String emoji(String field, @Nullable String value) {
    String emoji = length(field, value, 1, MAX_EMOJI);
    if (!GRAPHEME.matcher(emoji).matches() || emoji.codePoints().noneMatch(Check::showsEmoji)) {
      throw RefusedException.badField(field, "must be one emoji");
    }
    return emoji;
  }

  /** Digits and signs count as emoji only with the keycap around them. */
  private static boolean showsEmoji(int codePoint) {
    return codePoint == KEYCAP || (codePoint > 0x7f && Character.isEmoji(codePoint));
  }

  private static void requirePair(String field, String text, int i) {
    boolean pair =
        Character.isHighSurrogate(text.charAt(i))
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1));
    if (!pair) {
      throw RefusedException.badField(field, "must not contain half of a surrogate pair");
    }
  }

  /** Whether a character shows. Some letters do not: the Hangul fillers and the Braille blank. */
  private static boolean visible(int codePoint) {
    return switch (codePoint) {
      case 0x115f, 0x1160, 0x2800, 0x3164, 0xffa0 -> false;
      default ->
          !Character.isWhitespace(codePoint)
              && !Character.isSpaceChar(codePoint)
              && Character.getType(codePoint) != Character.FORMAT;
    };
  }

  private static boolean disguises(int codePoint) {
    int type = Character.getType(codePoint);
    boolean direction =
        (codePoint >= 0x202a && codePoint <= 0x202e)
            || (codePoint >= 0x2066 && codePoint <= 0x2069)
            || codePoint == 0x200e
            || codePoint == 0x200f
            || codePoint == 0x061c;
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || direction;
  }
}
