package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.HookUrl;
import io.avaje.jsonb.Json;

/**
 * Makes an address for messages from elsewhere: what is posted there is said in the room. For its
 * owners and moderators.
 *
 * @param room which room
 * @param name what the messages are signed with, 1 to 64 characters
 */
@Json
public record CreateHook(RoomId room, String name) implements Command<HookUrl> {

  public static final CommandType<CreateHook, HookUrl> TYPE =
      CommandType.of(
          "hook.create", CreateHook.class, HookUrl.class, Route.make("/rooms/{room}/hooks"));

  public CreateHook {
    Check.required("room", room);
    name = Check.name("name", name, 64);
  }

  @Override
  public CommandType<CreateHook, HookUrl> type() {
    return TYPE;
  }
}
