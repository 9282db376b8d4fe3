package im.parley.protocol.reply;

import im.parley.protocol.view.Presence;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * How some users are.
 *
 * @param presences one for each user that there is
 */
@Json
public record Presences(List<Presence> presences) implements Reply {}
