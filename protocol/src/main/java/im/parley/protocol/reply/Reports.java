package im.parley.protocol.reply;

import im.parley.protocol.view.Report;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * A page of the open reports of a room.
 *
 * @param reports the page, the oldest first
 * @param more whether there are more after it
 */
@Json
public record Reports(List<Report> reports, boolean more) implements Reply {}
