package im.parley.protocol.event;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import java.time.Instant;

/**
 * One entry of a room's log.
 *
 * @param room whose log
 * @param seq its place: 1, 2, 3, … with no gap and no repeat
 * @param at when the server took it; order comes from {@code seq}, never from here
 * @param by who did it
 * @param data what happened
 */
public record DurableEvent(RoomId room, long seq, Instant at, UserId by, Fact data) {}
