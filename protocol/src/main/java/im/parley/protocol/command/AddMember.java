package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Done;
import io.avaje.jsonb.Json;

/**
 * Brings someone into a room. Bringing in a member changes nothing.
 *
 * @param room which room
 * @param user who
 */
@Json
public record AddMember(RoomId room, UserId user) implements Command<Done> {

  public static final CommandType<AddMember, Done> TYPE =
      CommandType.of(
          "member.add", AddMember.class, Done.class, Route.make("/rooms/{room}/members"));

  public AddMember {
    Check.required("room", room);
    Check.required("user", user);
  }

  @Override
  public CommandType<AddMember, Done> type() {
    return TYPE;
  }
}
