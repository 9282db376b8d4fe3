package im.parley.edge.fanout;

import im.parley.protocol.id.RoomId;

/**
 * Where a session's stream of a room begins.
 *
 * @param room which room
 * @param seq the newest seq that the client has; the stream goes on after it
 * @param announced whether the client is to be told when it has caught up
 */
public record StartAfter(RoomId room, long seq, boolean announced) {}
