package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Done;
import io.avaje.jsonb.Json;

/**
 * Has a URL told nothing more. For the room's owners and moderators.
 *
 * @param room which room
 * @param outgoing the id of the outgoing webhook
 */
@Json
public record DeleteOutgoing(RoomId room, Long outgoing) implements Command<Done> {

  public static final CommandType<DeleteOutgoing, Done> TYPE =
      CommandType.of(
          "outgoing.delete",
          DeleteOutgoing.class,
          Done.class,
          Route.delete("/rooms/{room}/outgoing/{outgoing}"));

  public DeleteOutgoing {
    Check.required("room", room);
    Check.seq("outgoing", outgoing);
  }

  @Override
  public CommandType<DeleteOutgoing, Done> type() {
    return TYPE;
  }
}
