package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Done;
import io.avaje.jsonb.Json;

/**
 * Leaves a room. Nothing said in it afterwards reaches the caller.
 *
 * @param room which room
 */
@Json
public record LeaveRoom(RoomId room) implements Command<Done> {

  public static final CommandType<LeaveRoom, Done> TYPE =
      CommandType.of("room.leave", LeaveRoom.class, Done.class, Route.post("/rooms/{room}/leave"));

  public LeaveRoom {
    Check.required("room", room);
  }

  @Override
  public CommandType<LeaveRoom, Done> type() {
    return TYPE;
  }
}
