package im.parley.protocol.reply;

import im.parley.protocol.view.Outgoing;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * The outgoing webhooks of a room.
 *
 * @param outgoing the oldest first
 */
@Json
public record OutgoingList(List<Outgoing> outgoing) implements Reply {}
