package im.parley.protocol.reply;

import im.parley.protocol.view.Message;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * A page of messages, oldest first.
 *
 * @param messages the page
 * @param more whether there are more in the direction that was asked for
 * @param head the seq of the room's newest event when the page was read: a later one that is about
 *     these messages is not in them yet, an earlier one is
 */
@Json
public record Messages(List<Message> messages, boolean more, long head) implements Reply {}
