package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Messages;
import io.avaje.jsonb.Json;

/**
 * The messages that are pinned in a room, at most 100, oldest first.
 *
 * @param room which room
 */
@Json
public record ListPins(RoomId room) implements Command<Messages> {

  public static final CommandType<ListPins, Messages> TYPE =
      CommandType.of("pin.list", ListPins.class, Messages.class, Route.get("/rooms/{room}/pins"));

  public ListPins {
    Check.required("room", room);
  }

  @Override
  public CommandType<ListPins, Messages> type() {
    return TYPE;
  }
}
