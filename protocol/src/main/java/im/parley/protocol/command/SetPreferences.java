package im.parley.protocol.command;

import im.parley.protocol.error.RefusedException;
import im.parley.protocol.reply.PreferencesReply;
import im.parley.protocol.view.QuietHours;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what the caller wants to be notified of, in place of what they said before.
 *
 * @param keywords at most 20 words or phrases of 1 to 50 characters that draw the caller's
 *     attention; repetitions are dropped
 * @param quietHours when nothing does; never when left out
 */
@Json
public record SetPreferences(List<String> keywords, @Nullable QuietHours quietHours)
    implements Command<PreferencesReply> {

  private static final int MAX_KEYWORDS = 20;

  public static final CommandType<SetPreferences, PreferencesReply> TYPE =
      CommandType.of(
          "preferences.set",
          SetPreferences.class,
          PreferencesReply.class,
          Route.put("/me/preferences"));

  public SetPreferences {
    if (Check.required("keywords", keywords).size() > MAX_KEYWORDS) {
      throw RefusedException.badField("keywords", "must be at most " + MAX_KEYWORDS);
    }
    keywords = keywords.stream().map(word -> Check.name("keywords", word, 50)).distinct().toList();
  }

  @Override
  public CommandType<SetPreferences, PreferencesReply> type() {
    return TYPE;
  }
}
