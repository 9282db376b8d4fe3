package im.parley.edge.fanout;

import im.parley.protocol.id.RoomId;

/**
 * Where a session's stream of a room begins.
 *
 * @param room which room
 * @param seq the newest seq that the client has; the stream goes on after it
 * @param memberAt the seq of the room's newest event when the user was known to be a member: what
 *     says that they left before that is history
 * @param announced whether the client is to be told when it has caught up
 */
public record StartAfter(RoomId room, long seq, long memberAt, boolean announced) {}
