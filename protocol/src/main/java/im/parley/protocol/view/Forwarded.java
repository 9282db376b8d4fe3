package im.parley.protocol.view;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import io.avaje.jsonb.Json;
import java.time.Instant;

/**
 * Where a forwarded message was said first. Whoever sees it need not be in that room.
 *
 * @param room in which room
 * @param seq its place in that room's log
 * @param by who wrote it
 * @param at when the server took it there
 */
@Json
public record Forwarded(RoomId room, long seq, UserId by, Instant at) {}
