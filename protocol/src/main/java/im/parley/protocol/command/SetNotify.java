package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Done;
import im.parley.protocol.view.NotifyLevel;
import io.avaje.jsonb.Json;

/**
 * Says which messages of a room should draw the caller's attention.
 *
 * @param room which room
 * @param level {@code all}, {@code mentions} or {@code none}
 */
@Json
public record SetNotify(RoomId room, NotifyLevel level) implements Command<Done> {

  public static final CommandType<SetNotify, Done> TYPE =
      CommandType.of("notify.set", SetNotify.class, Done.class, Route.put("/rooms/{room}/notify"));

  public SetNotify {
    Check.required("room", room);
    Check.required("level", level);
  }

  @Override
  public CommandType<SetNotify, Done> type() {
    return TYPE;
  }
}
