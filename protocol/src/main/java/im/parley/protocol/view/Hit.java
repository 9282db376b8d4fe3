package im.parley.protocol.view;

import io.avaje.jsonb.Json;
import java.util.List;

/**
 * A message that a search found.
 *
 * @param message the message as it stands
 * @param highlights the words that were found, as pairs of start and end in the text (UTF-16 units)
 */
@Json
public record Hit(Message message, List<List<Integer>> highlights) {}
