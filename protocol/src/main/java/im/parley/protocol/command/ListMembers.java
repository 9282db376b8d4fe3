package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Members;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a room.
 *
 * @param room which room
 * @param after the last user of the page before
 * @param limit at most so many: 1 to 200, 50 when left out
 */
@Json
public record ListMembers(RoomId room, @Nullable UserId after, @Nullable Integer limit)
    implements Command<Members> {

  public static final CommandType<ListMembers, Members> TYPE =
      CommandType.of(
          "room.members", ListMembers.class, Members.class, Route.get("/rooms/{room}/members"));

  public ListMembers {
    Check.required("room", room);
    limit = Check.page("limit", limit);
  }

  @Override
  public CommandType<ListMembers, Members> type() {
    return TYPE;
  }
}
