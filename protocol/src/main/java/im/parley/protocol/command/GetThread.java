package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Messages;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * A page of a thread: its replies, oldest first. With the first page comes the message it began
 * with.
 *
 * @param room which room
 * @param target the seq of the message that the thread began with
 * @param after only replies with a larger seq
 * @param limit at most so many: 1 to 200, 50 when left out
 */
@Json
public record GetThread(RoomId room, Long target, @Nullable Long after, @Nullable Integer limit)
    implements Command<Messages> {

  public static final CommandType<GetThread, Messages> TYPE =
      CommandType.of(
          "message.thread",
          GetThread.class,
          Messages.class,
          Route.get("/rooms/{room}/messages/{target}/thread"));

  public GetThread {
    Check.required("room", room);
    Check.target("target", target);
    Check.optionalSeq("after", after);
    limit = Check.page("limit", limit);
  }

  @Override
  public CommandType<GetThread, Messages> type() {
    return TYPE;
  }
}
