package im.parley.protocol.command;

import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.InviteReply;
import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes a code that lets people into a room.
 *
 * @param room which room
 * @param uses how many people it lets in, 1 to 1000; without bound when left out
 * @param expiresAt until when, at most a year from now; for seven days when left out
 */
@Json
public record CreateInvite(RoomId room, @Nullable Integer uses, @Nullable Instant expiresAt)
    implements Command<InviteReply> {

  public static final CommandType<CreateInvite, InviteReply> TYPE =
      CommandType.of(
          "invite.create",
          CreateInvite.class,
          InviteReply.class,
          Route.make("/rooms/{room}/invites"));

  public CreateInvite {
    Check.required("room", room);
    if (uses != null && (uses < 1 || uses > 1000)) {
      throw RefusedException.badField("uses", "must be 1 to 1000");
    }
  }

  @Override
  public CommandType<CreateInvite, InviteReply> type() {
    return TYPE;
  }
}
