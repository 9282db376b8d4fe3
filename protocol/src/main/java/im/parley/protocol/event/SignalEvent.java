package im.parley.protocol.event;

import im.parley.protocol.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * An ephemeral event.
 *
 * @param room the room that it is about; absent when it is about none
 * @param data what is the matter
 */
public record SignalEvent(@Nullable RoomId room, Signal data) {}
