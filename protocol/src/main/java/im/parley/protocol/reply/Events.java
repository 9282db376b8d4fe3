package im.parley.protocol.reply;

import im.parley.protocol.event.DurableEvent;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * A stretch of a room's log.
 *
 * @param events in order, without a gap
 * @param more whether there are more after it
 */
@Json
public record Events(List<DurableEvent> events, boolean more) implements Reply {}
