package im.parley.core.hook;

import im.parley.core.log.Mentions;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack's {@code mrkdwn} as markdown. As there, only what stands in angle brackets mentions anyone:
 * a name in what somebody else wrote, say the title of an issue, does not.
 */
public final class SlackMarkup {

  private static final int MAX_NAMES = 50;

  /** What is code stays as it is, but for its links and entities. */
  private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\n]+`", Pattern.DOTALL);

  private static final Pattern TAG = Pattern.compile("<([^<>\n]+)>");
  private static final Pattern BOLD =
      Pattern.compile("(?<![\\p{L}\\p{N}*])\\*([^\\s*](?:[^*\n]*[^\\s*])?)\\*(?![\\p{L}\\p{N}*])");
  private static final Pattern STRUCK =
      Pattern.compile("(?<![\\p{L}\\p{N}~])~([^\\s~](?:[^~\n]*[^\\s~])?)~(?![\\p{L}\\p{N}~])");
  private static final Pattern USERNAME = Pattern.compile("[a-z0-9._-]{1,40}");

  private final Set<String> usernames = new HashSet<>();
  private final Set<String> everyone = new HashSet<>();

  /**
   * A text of ours.
   *
   * @param text markdown
   * @param mentions whom it names
   */
  public record Markdown(String text, Mentions mentions) {}

  /** Whom the texts have named that were translated so far. */
  Mentions mentions() {
    return new Mentions(usernames, everyone);
  }

  /** Translates a text. */
  String translate(String mrkdwn) {
    StringBuilder markdown = new StringBuilder();
    Matcher code = CODE.matcher(mrkdwn);
    int end = 0;
    while (code.find()) {
      markdown.append(words(mrkdwn.substring(end, code.start())));
      markdown.append(plain(code.group()));
      end = code.end();
    }
    return markdown.append(words(mrkdwn.substring(end))).toString();
  }

  private String words(String mrkdwn) {
    String bold = BOLD.matcher(mrkdwn).replaceAll("**$1**");
    String struck = STRUCK.matcher(bold).replaceAll("~~$1~~");
    return entities(TAG.matcher(struck).replaceAll(this::tag));
  }

  private String tag(MatchResult match) {
    String tag = match.group(1);
    int bar = tag.indexOf('|');
    String what = bar < 0 ? tag : tag.substring(0, bar);
    String label = bar < 0 ? "" : tag.substring(bar + 1);
    return Matcher.quoteReplacement(
        switch (what.charAt(0)) {
          case '@' -> user(label.isEmpty() ? what.substring(1) : label.replaceFirst("^@", ""));
          case '#' -> "#" + (label.isEmpty() ? what.substring(1) : label);
          case '!' -> special(what.substring(1), label);
          default -> link(what, label);
        });
  }

  private String user(String name) {
    String username = name.toLowerCase(Locale.ROOT);
    if (usernames.size() < MAX_NAMES && USERNAME.matcher(username).matches()) {
      usernames.add(username);
    }
    return "@" + name;
  }

  private String special(String what, String label) {
    return switch (what) {
      case "here" -> all("@here");
      case "channel", "everyone", "room" -> all("@room");
      default -> label.isEmpty() ? what : label;
    };
  }

  private String all(String word) {
    everyone.add(word);
    return word;
  }

  /** A link to the web or to an address; of any other only the label is left. */
  static String link(String url, String label) {
    String target = entities(url);
    if (!target.matches("(?i)(https?://|mailto:)[^\\s<>]+")) {
      return label.isEmpty() ? target : label;
    }
    String quoted = target.replace("(", "%28").replace(")", "%29");
    return label.isEmpty()
        ? quoted
        : "[" + label.replace("[", "\\[").replace("]", "\\]") + "](" + quoted + ")";
  }

  /** Of code and of names: links are their addresses, and nothing is marked up. */
  static String plain(String mrkdwn) {
    return entities(
        TAG.matcher(mrkdwn)
            .replaceAll(
                match -> Matcher.quoteReplacement(match.group(1).replaceFirst("\\|.*", ""))));
  }

  private static String entities(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
