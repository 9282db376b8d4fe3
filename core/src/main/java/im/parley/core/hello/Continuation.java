package im.parley.core.hello;

import im.parley.protocol.id.RoomId;

/**
 * How the stream of one of the user's rooms goes on.
 *
 * @param room which room
 * @param after the seq after which its events follow
 * @param memberAt the seq of the room's newest event when the user was found to be a member: if
 *     they left before, they have come back since
 */
public record Continuation(RoomId room, long after, long memberAt) {}
