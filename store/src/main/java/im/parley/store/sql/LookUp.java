package im.parley.store.sql;

import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of work looks up before anything else.
 *
 * @param room a room, which it is going to change
 * @param user whose membership matters
 * @param key under which they may have done it before; null for work without a key
 */
public record LookUp(RoomId room, UserId user, @Nullable MessageKey key) {}
