package im.parley.core.message;

import im.parley.core.log.Mentions;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds whom a markdown text names. What is code in it names nobody. */
final class MentionReader {

  private static final int MAX_NAMES = 50;

  /** A name at the beginning of a word; an address or a path is none. */
  private static final Pattern NAME =
      Pattern.compile("(?<![\\p{L}\\p{N}_@./-])@([A-Za-z0-9._-]{1,40})");

  private MentionReader() {}

  /** Whom the text names: at most {@value #MAX_NAMES} people, the first ones. */
  static Mentions read(String text) {
    if (text.indexOf('@') < 0) {
      return Mentions.NONE;
    }
    Set<String> usernames = new LinkedHashSet<>();
    Set<String> everyone = new LinkedHashSet<>();
    Matcher names = NAME.matcher(MarkdownCode.blank(text));
    while (names.find() && usernames.size() < MAX_NAMES) {
      String name = withoutSentenceEnd(names.group(1)).toLowerCase(Locale.ROOT);
      if (name.equals("room") || name.equals("here")) {
        everyone.add("@" + name);
      } else if (!name.isEmpty()) {
        usernames.add(name);
      }
    }
    return new Mentions(usernames, everyone);
  }

  private static String withoutSentenceEnd(String name) {
    int end = name.length();
    while (end > 0 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == '-')) {
      end--;
    }
    return name.substring(0, end);
  }
}
