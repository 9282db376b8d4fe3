package im.parley.protocol.reply;

import im.parley.protocol.view.Ban;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * A page of those who may not come back into a room.
 *
 * @param bans the page, by user id
 * @param more whether there are more after it
 */
@Json
public record Bans(List<Ban> bans, boolean more) implements Reply {}
