package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Rooms;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Public rooms, whether the caller is in them or not, by name.
 *
 * @param query what the name contains, at most 64 characters; all when left out
 * @param after the last room of the page before
 * @param limit at most so many: 1 to 200, 50 when left out
 */
@Json
public record BrowseRooms(@Nullable String query, @Nullable RoomId after, @Nullable Integer limit)
    implements Command<Rooms> {

  public static final CommandType<BrowseRooms, Rooms> TYPE =
      CommandType.of("room.browse", BrowseRooms.class, Rooms.class, Route.get("/rooms/public"));

  public BrowseRooms {
    query = query == null ? "" : Check.length("query", query, 0, 64);
    limit = Check.page("limit", limit);
  }

  @Override
  public CommandType<BrowseRooms, Rooms> type() {
    return TYPE;
  }
}
