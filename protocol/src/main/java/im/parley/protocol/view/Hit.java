package im.parley.protocol.view;

import io.avaje.jsonb.Json;
import java.util.List;

/**
 * A message that a search found.
 *
 * @param message the message as it stands
 * @param highlights where the words that were found stand in its text, in order and apart
 */
@Json
public record Hit(Message message, List<Highlight> highlights) {

  /**
   * A stretch of a text.
   *
   * @param start where it begins, in UTF-16 units
   * @param end just behind it
   */
  @Json
  public record Highlight(int start, int end) {}
}
