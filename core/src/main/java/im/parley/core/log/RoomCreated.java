package im.parley.core.log;

import im.parley.protocol.id.RoomId;

/**
 * A room that is there now.
 *
 * @param room its id
 * @param existed whether it was there before: the key was used, or the people of a direct room met
 */
public record RoomCreated(RoomId room, boolean existed) {}
