package im.parley.protocol.command;

import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Messages;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * A page of a room's messages, oldest first: the newest ones, or those on one side of a seq, or
 * around it.
 *
 * @param room which room
 * @param before only messages with a smaller seq, the nearest ones
 * @param after only messages with a larger seq, the nearest ones
 * @param around the messages nearest to this seq, on both sides
 * @param limit at most so many: 1 to 200, 50 when left out
 */
@Json
public record GetHistory(
    RoomId room,
    @Nullable Long before,
    @Nullable Long after,
    @Nullable Long around,
    @Nullable Integer limit)
    implements Command<Messages> {

  public static final CommandType<GetHistory, Messages> TYPE =
      CommandType.of(
          "message.history", GetHistory.class, Messages.class, Route.get("/rooms/{room}/messages"));

  public GetHistory {
    Check.required("room", room);
    Check.optionalSeq("before", before);
    Check.optionalSeq("after", after);
    Check.optionalSeq("around", around);
    if ((before != null ? 1 : 0) + (after != null ? 1 : 0) + (around != null ? 1 : 0) > 1) {
      throw RefusedException.badField(
          "before", "cannot stand beside 'after' or 'around': name one");
    }
    limit = Check.page("limit", limit);
  }

  @Override
  public CommandType<GetHistory, Messages> type() {
    return TYPE;
  }
}
