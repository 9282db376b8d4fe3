package im.parley.protocol.view;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import io.avaje.jsonb.Json;
import java.time.Instant;

/**
 * An address for messages from elsewhere.
 *
 * @param id the bot that says them in the room
 * @param room where they are said
 * @param name what they are signed with
 * @param by who made it
 * @param at when
 */
@Json
public record Hook(UserId id, RoomId room, String name, UserId by, Instant at) {}
