package im.parley.protocol.reply;

import im.parley.protocol.view.Draft;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * A page of drafts.
 *
 * @param drafts the page
 * @param more whether there are more after it
 */
@Json
public record Drafts(List<Draft> drafts, boolean more) implements Reply {}
