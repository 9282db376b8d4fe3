package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.ReadPosition;
import io.avaje.jsonb.Json;

/**
 * Says how far the caller has read. A mark never moves back, nor past the end of the room.
 *
 * @param room which room
 * @param seq the newest seq that was read
 */
@Json
public record MarkRead(RoomId room, Long seq) implements Command<ReadPosition> {

  public static final CommandType<MarkRead, ReadPosition> TYPE =
      CommandType.of(
          "read.mark", MarkRead.class, ReadPosition.class, Route.put("/rooms/{room}/read"));

  public MarkRead {
    Check.required("room", room);
    Check.seq("seq", seq);
  }

  @Override
  public CommandType<MarkRead, ReadPosition> type() {
    return TYPE;
  }
}
