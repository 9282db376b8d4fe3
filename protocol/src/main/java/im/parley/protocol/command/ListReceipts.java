package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Receipts;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * How far the members of a room have read and received, by user id.
 *
 * @param room which room
 * @param target only those who have received at least this seq
 * @param after the last user of the page before
 * @param limit at most so many: 1 to 200, 50 when left out
 */
@Json
public record ListReceipts(
    RoomId room, @Nullable Long target, @Nullable UserId after, @Nullable Integer limit)
    implements Command<Receipts> {

  public static final CommandType<ListReceipts, Receipts> TYPE =
      CommandType.of(
          "receipt.list", ListReceipts.class, Receipts.class, Route.get("/rooms/{room}/receipts"));

  public ListReceipts {
    Check.required("room", room);
    Check.optionalSeq("target", target);
    limit = Check.page("limit", limit);
  }

  @Override
  public CommandType<ListReceipts, Receipts> type() {
    return TYPE;
  }
}
