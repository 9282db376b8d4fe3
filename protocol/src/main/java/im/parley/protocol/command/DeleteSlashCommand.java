package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Done;
import io.avaje.jsonb.Json;

/**
 * Takes a slash command away, and its bot out of the room. For the room's owners and moderators.
 *
 * @param room which room
 * @param name its name
 */
@Json
public record DeleteSlashCommand(RoomId room, String name) implements Command<Done> {

  public static final CommandType<DeleteSlashCommand, Done> TYPE =
      CommandType.of(
          "slash.delete",
          DeleteSlashCommand.class,
          Done.class,
          Route.delete("/rooms/{room}/slash-commands/{name}"));

  public DeleteSlashCommand {
    Check.required("room", room);
    Check.slashName("name", name);
  }

  @Override
  public CommandType<DeleteSlashCommand, Done> type() {
    return TYPE;
  }
}
