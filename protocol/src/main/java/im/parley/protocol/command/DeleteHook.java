package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Done;
import io.avaje.jsonb.Json;

/**
 * Takes an address for messages from elsewhere away. For the room's owners and moderators.
 *
 * @param room which room
 * @param hook the id of the hook
 */
@Json
public record DeleteHook(RoomId room, UserId hook) implements Command<Done> {

  public static final CommandType<DeleteHook, Done> TYPE =
      CommandType.of(
          "hook.delete", DeleteHook.class, Done.class, Route.delete("/rooms/{room}/hooks/{hook}"));

  public DeleteHook {
    Check.required("room", room);
    Check.required("hook", hook);
  }

  @Override
  public CommandType<DeleteHook, Done> type() {
    return TYPE;
  }
}
