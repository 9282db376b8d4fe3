package im.parley.core.log;

import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;

/**
 * A change that someone wants in a room's log.
 *
 * @param room which room
 * @param by who wants it
 * @param key the sender's own name for it; (by, key) happens once, for ever
 * @param change what is to happen
 */
public record Draft(RoomId room, UserId by, MessageKey key, Change change) {}
