package im.parley.protocol.command;

import im.parley.protocol.reply.RoomReply;
import io.avaje.jsonb.Json;

/**
 * Enters the room that a code is for.
 *
 * @param code the code
 */
@Json
public record AcceptInvite(String code) implements Command<RoomReply> {

  public static final CommandType<AcceptInvite, RoomReply> TYPE =
      CommandType.of(
          "invite.accept",
          AcceptInvite.class,
          RoomReply.class,
          Route.post("/invites/{code}/accept"));

  public AcceptInvite {
    Check.length("code", code, 1, 40);
  }

  @Override
  public CommandType<AcceptInvite, RoomReply> type() {
    return TYPE;
  }
}
