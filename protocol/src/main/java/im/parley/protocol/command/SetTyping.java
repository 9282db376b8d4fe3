package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Done;
import io.avaje.jsonb.Json;

/**
 * Tells the room that the caller is writing, or has stopped. It lapses after 6 s.
 *
 * @param room which room
 * @param active whether the caller is writing
 */
@Json
public record SetTyping(RoomId room, Boolean active) implements Command<Done> {

  public static final CommandType<SetTyping, Done> TYPE =
      CommandType.live("typing", SetTyping.class, Done.class, CommandType.Audience.SIGNED_IN);

  public SetTyping {
    Check.required("room", room);
    Check.required("active", active);
  }

  @Override
  public CommandType<SetTyping, Done> type() {
    return TYPE;
  }
}
