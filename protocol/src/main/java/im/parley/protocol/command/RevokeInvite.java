package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Done;
import io.avaje.jsonb.Json;

/**
 * Takes a code back: it lets nobody in any more.
 *
 * @param room which room
 * @param code the code
 */
@Json
public record RevokeInvite(RoomId room, String code) implements Command<Done> {

  public static final CommandType<RevokeInvite, Done> TYPE =
      CommandType.of(
          "invite.revoke",
          RevokeInvite.class,
          Done.class,
          Route.delete("/rooms/{room}/invites/{code}"));

  public RevokeInvite {
    Check.required("room", room);
    Check.length("code", code, 1, 40);
  }

  @Override
  public CommandType<RevokeInvite, Done> type() {
    return TYPE;
  }
}
