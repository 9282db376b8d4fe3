package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Bans;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Who may not come back into a room. For its owners and moderators.
 *
 * @param room which room
 * @param after the last user of the page before
 * @param limit at most so many: 1 to 200, 50 when left out
 */
@Json
public record ListBans(RoomId room, @Nullable UserId after, @Nullable Integer limit)
    implements Command<Bans> {

  public static final CommandType<ListBans, Bans> TYPE =
      CommandType.of("ban.list", ListBans.class, Bans.class, Route.get("/rooms/{room}/bans"));

  public ListBans {
    Check.required("room", room);
    limit = Check.page("limit", limit);
  }

  @Override
  public CommandType<ListBans, Bans> type() {
    return TYPE;
  }
}
