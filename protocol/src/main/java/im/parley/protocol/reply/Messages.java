package im.parley.protocol.reply;

import im.parley.protocol.view.Message;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * A page of messages, oldest first.
 *
 * @param messages the page
 * @param more whether there are more in the direction that was asked for
 */
@Json
public record Messages(List<Message> messages, boolean more) implements Reply {}
