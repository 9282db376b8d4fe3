package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Rooms;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * The caller's rooms.
 *
 * @param after the last room of the page before
 * @param limit at most so many: 1 to 200, 50 when left out
 */
@Json
public record ListRooms(@Nullable RoomId after, @Nullable Integer limit) implements Command<Rooms> {

  public static final CommandType<ListRooms, Rooms> TYPE =
      CommandType.of("room.list", ListRooms.class, Rooms.class, Route.get("/rooms"));

  public ListRooms {
    limit = Check.page("limit", limit);
  }

  @Override
  public CommandType<ListRooms, Rooms> type() {
    return TYPE;
  }
}
