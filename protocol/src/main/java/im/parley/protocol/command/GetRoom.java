package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.RoomReply;
import io.avaje.jsonb.Json;

/**
 * One room: the caller's, or a public one.
 *
 * @param room which room
 */
@Json
public record GetRoom(RoomId room) implements Command<RoomReply> {

  public static final CommandType<GetRoom, RoomReply> TYPE =
      CommandType.of("room.get", GetRoom.class, RoomReply.class, Route.get("/rooms/{room}"));

  public GetRoom {
    Check.required("room", room);
  }

  @Override
  public CommandType<GetRoom, RoomReply> type() {
    return TYPE;
  }
}
