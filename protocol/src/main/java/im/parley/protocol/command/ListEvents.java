package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Events;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * The log of a room itself: its durable events after a seq, in order.
 *
 * @param room which room
 * @param after only events with a larger seq; from the first when left out
 * @param limit at most so many: 1 to 200, 50 when left out
 */
@Json
public record ListEvents(RoomId room, @Nullable Long after, @Nullable Integer limit)
    implements Command<Events> {

  public static final CommandType<ListEvents, Events> TYPE =
      CommandType.of(
          "room.events", ListEvents.class, Events.class, Route.get("/rooms/{room}/events"));

  public ListEvents {
    Check.required("room", room);
    after = after == null ? 0L : (Long) Check.seq("after", after);
    limit = Check.page("limit", limit);
  }

  @Override
  public CommandType<ListEvents, Events> type() {
    return TYPE;
  }
}
