package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.ReadPosition;
import io.avaje.jsonb.Json;

/**
 * Says how far a room has reached one of the caller's devices. A mark never moves back, nor past
 * the end of the room.
 *
 * @param room which room
 * @param seq the newest seq that has arrived
 */
@Json
public record MarkDelivered(RoomId room, Long seq) implements Command<ReadPosition> {

  public static final CommandType<MarkDelivered, ReadPosition> TYPE =
      CommandType.of(
          "delivered.mark",
          MarkDelivered.class,
          ReadPosition.class,
          Route.put("/rooms/{room}/delivered"));

  public MarkDelivered {
    Check.required("room", room);
    Check.seq("seq", seq);
  }

  @Override
  public CommandType<MarkDelivered, ReadPosition> type() {
    return TYPE;
  }
}
