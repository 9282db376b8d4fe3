package im.parley.protocol.command;

import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.RoomReply;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Closes a room for good: it stays to be read, and nothing more happens in it.
 *
 * @param room which room
 * @param key the client's name for this command
 */
@Json
public record ArchiveRoom(RoomId room, @Nullable MessageKey key) implements Command<RoomReply> {

  public static final CommandType<ArchiveRoom, RoomReply> TYPE =
      CommandType.of(
          "room.archive", ArchiveRoom.class, RoomReply.class, Route.post("/rooms/{room}/archive"));

  public ArchiveRoom {
    Check.required("room", room);
    key = key == null ? MessageKey.random() : key;
  }

  @Override
  public CommandType<ArchiveRoom, RoomReply> type() {
    return TYPE;
  }
}
