package im.parley.protocol.reply;

import im.parley.protocol.view.RoomSummary;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * A page of rooms.
 *
 * @param rooms the page
 * @param more whether there are more after it
 */
@Json
public record Rooms(List<RoomSummary> rooms, boolean more) implements Reply {}
