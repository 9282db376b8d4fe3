package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Invites;
import io.avaje.jsonb.Json;

/**
 * The codes that let people into a room now, newest first.
 *
 * @param room which room
 */
@Json
public record ListInvites(RoomId room) implements Command<Invites> {

  public static final CommandType<ListInvites, Invites> TYPE =
      CommandType.of(
          "invite.list", ListInvites.class, Invites.class, Route.get("/rooms/{room}/invites"));

  public ListInvites {
    Check.required("room", room);
  }

  @Override
  public CommandType<ListInvites, Invites> type() {
    return TYPE;
  }
}
