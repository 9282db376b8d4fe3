package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.OutgoingList;
import io.avaje.jsonb.Json;

/**
 * The URLs that are told what happens in a room, the oldest first. For its owners and moderators.
 *
 * @param room which room
 */
@Json
public record ListOutgoing(RoomId room) implements Command<OutgoingList> {

  public static final CommandType<ListOutgoing, OutgoingList> TYPE =
      CommandType.of(
          "outgoing.list",
          ListOutgoing.class,
          OutgoingList.class,
          Route.get("/rooms/{room}/outgoing"));

  public ListOutgoing {
    Check.required("room", room);
  }

  @Override
  public CommandType<ListOutgoing, OutgoingList> type() {
    return TYPE;
  }
}
