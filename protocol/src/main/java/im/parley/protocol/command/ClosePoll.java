package im.parley.protocol.command;

import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Changed;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Ends a poll: it keeps its votes, and nobody votes any more. Its writer may, and those who keep
 * the room in order.
 *
 * @param room which room
 * @param target the seq of the message that has the poll
 * @param key the client's name for this command
 */
@Json
public record ClosePoll(RoomId room, Long target, @Nullable MessageKey key)
    implements Command<Changed> {

  public static final CommandType<ClosePoll, Changed> TYPE =
      CommandType.of(
          "poll.close",
          ClosePoll.class,
          Changed.class,
          Route.post("/rooms/{room}/messages/{target}/poll/close"));

  public ClosePoll {
    Check.required("room", room);
    Check.target("target", target);
    key = key == null ? MessageKey.random() : key;
  }

  @Override
  public CommandType<ClosePoll, Changed> type() {
    return TYPE;
  }
}
