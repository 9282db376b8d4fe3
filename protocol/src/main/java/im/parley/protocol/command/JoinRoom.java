package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.RoomReply;
import io.avaje.jsonb.Json;

/**
 * Enters a public room. Joining a room that one is in changes nothing.
 *
 * @param room which room
 */
@Json
public record JoinRoom(RoomId room) implements Command<RoomReply> {

  public static final CommandType<JoinRoom, RoomReply> TYPE =
      CommandType.of(
          "room.join", JoinRoom.class, RoomReply.class, Route.post("/rooms/{room}/join"));

  public JoinRoom {
    Check.required("room", room);
  }

  @Override
  public CommandType<JoinRoom, RoomReply> type() {
    return TYPE;
  }
}
