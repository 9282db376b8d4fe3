package im.parley.protocol.reply;

import im.parley.protocol.view.Scheduled;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * What waits to be sent.
 *
 * @param scheduled all of it, at most 100, by time
 */
@Json
public record ScheduledList(List<Scheduled> scheduled) implements Reply {}
