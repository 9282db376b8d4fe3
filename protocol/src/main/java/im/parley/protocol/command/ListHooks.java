package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Hooks;
import io.avaje.jsonb.Json;

/**
 * The addresses for messages from elsewhere, the oldest first. For the room's owners and
 * moderators.
 *
 * @param room which room
 */
@Json
public record ListHooks(RoomId room) implements Command<Hooks> {

  public static final CommandType<ListHooks, Hooks> TYPE =
      CommandType.of("hook.list", ListHooks.class, Hooks.class, Route.get("/rooms/{room}/hooks"));

  public ListHooks {
    Check.required("room", room);
  }

  @Override
  public CommandType<ListHooks, Hooks> type() {
    return TYPE;
  }
}
