package im.parley.protocol.view;

import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import io.avaje.jsonb.Json;
import java.time.Instant;

/**
 * A message as it stands now. Its name is its room and its seq; there is no other id.
 *
 * @param room where it was said
 * @param seq its place in the room's log
 * @param number counts the room's messages only: 1, 2, 3, …
 * @param at when the server took it
 * @param by who wrote it
 * @param text markdown source, 1 to 8000 characters, as sent
 * @param key the writer's own name for it
 */
@Json
public record Message(
    RoomId room, long seq, long number, Instant at, UserId by, String text, MessageKey key) {}
