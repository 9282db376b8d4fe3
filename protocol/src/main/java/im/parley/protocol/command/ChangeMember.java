package im.parley.protocol.command;

import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Done;
import im.parley.protocol.view.Role;
import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Gives a member another role, silences them for a while, or lifts a ban. What is left out stays.
 *
 * @param room which room
 * @param user whom it is about
 * @param role what they may do from now on
 * @param mutedUntil until when they may not write, at most ten years from now; a time that has
 *     passed lets them write again
 * @param banned alone: false lets someone who was banned come back; true takes them out for good
 */
@Json
public record ChangeMember(
    RoomId room,
    UserId user,
    @Nullable Role role,
    @Nullable Instant mutedUntil,
    @Nullable Boolean banned)
    implements Command<Done> {

  public static final CommandType<ChangeMember, Done> TYPE =
      CommandType.of(
          "member.change",
          ChangeMember.class,
          Done.class,
          Route.patch("/rooms/{room}/members/{user}"));

  public ChangeMember {
    Check.required("room", room);
    Check.required("user", user);
    if (role == null && mutedUntil == null && banned == null) {
      throw RefusedException.badField("role", "or 'mutedUntil' or 'banned' must say what changes");
    }
    if (banned != null && (role != null || mutedUntil != null)) {
      throw RefusedException.badField("banned", "must stand alone: change the rest first");
    }
  }

  @Override
  public CommandType<ChangeMember, Done> type() {
    return TYPE;
  }
}
