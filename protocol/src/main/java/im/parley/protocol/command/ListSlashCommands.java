package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.SlashCommands;
import io.avaje.jsonb.Json;

/**
 * The slash commands of a room, in the order of their names. For its members.
 *
 * @param room which room
 */
@Json
public record ListSlashCommands(RoomId room) implements Command<SlashCommands> {

  public static final CommandType<ListSlashCommands, SlashCommands> TYPE =
      CommandType.of(
          "slash.list",
          ListSlashCommands.class,
          SlashCommands.class,
          Route.get("/rooms/{room}/slash-commands"));

  public ListSlashCommands {
    Check.required("room", room);
  }

  @Override
  public CommandType<ListSlashCommands, SlashCommands> type() {
    return TYPE;
  }
}
