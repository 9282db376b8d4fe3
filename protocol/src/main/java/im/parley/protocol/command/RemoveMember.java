package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Done;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Takes someone out of a room. Nothing said in it afterwards reaches them.
 *
 * @param room which room
 * @param user who
 * @param ban true to keep them from coming back
 */
@Json
public record RemoveMember(RoomId room, UserId user, @Nullable Boolean ban)
    implements Command<Done> {

  public static final CommandType<RemoveMember, Done> TYPE =
      CommandType.of(
          "member.remove",
          RemoveMember.class,
          Done.class,
          Route.delete("/rooms/{room}/members/{user}"));

  public RemoveMember {
    Check.required("room", room);
    Check.required("user", user);
  }

  @Override
  public CommandType<RemoveMember, Done> type() {
    return TYPE;
  }
}
