package im.parley.protocol.view;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants to be notified of.
 *
 * @param keywords words that draw the user's attention wherever they stand in a message, whatever
 *     their case and accents. They count in no room's {@code mentions}
 * @param quietHours when nothing does; absent for never
 */
@Json
public record Preferences(List<String> keywords, @Nullable QuietHours quietHours) {

  /** Of those who have set nothing. */
  public static final Preferences NONE = new Preferences(List.of(), null);

  public Preferences {
    keywords = List.copyOf(keywords);
  }
}
