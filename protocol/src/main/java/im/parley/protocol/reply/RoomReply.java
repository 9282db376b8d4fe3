package im.parley.protocol.reply;

import im.parley.protocol.view.RoomSummary;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * One room.
 *
 * @param room the room, as the caller sees it
 * @param duplicate true when the key was used before and nothing was done
 */
@Json
public record RoomReply(RoomSummary room, @Nullable Boolean duplicate) implements Reply {}
