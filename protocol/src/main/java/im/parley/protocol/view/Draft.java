package im.parley.protocol.view;

import im.parley.protocol.id.RoomId;
import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What someone has begun to write and not sent. Nobody else sees it.
 *
 * @param room where they write it
 * @param thread the seq of the message whose thread they write it in; absent in the room itself
 * @param text markdown source, so far
 * @param replyTo the seq of the message that it answers
 * @param at when it was last changed
 */
@Json
public record Draft(
    RoomId room, @Nullable Long thread, String text, @Nullable Long replyTo, Instant at) {}
