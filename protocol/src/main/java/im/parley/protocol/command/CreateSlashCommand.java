package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.SlashSecret;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Has a server elsewhere do something for the people of a room when they write {@code /name}. It is
 * sent what Slack sends, as a form, and answers as it would answer Slack. For the room's owners and
 * moderators.
 *
 * @param room which room
 * @param name what comes after the slash: 1 to 32 of a-z, 0-9 and '-'
 * @param url where to POST: http or https, at a public address; 1 to 2000 characters
 * @param description what it does: up to 200 characters on one line
 */
@Json
public record CreateSlashCommand(RoomId room, String name, String url, @Nullable String description)
    implements Command<SlashSecret> {

  public static final CommandType<CreateSlashCommand, SlashSecret> TYPE =
      CommandType.of(
          "slash.create",
          CreateSlashCommand.class,
          SlashSecret.class,
          Route.make("/rooms/{room}/slash-commands"));

  private static final int MAX_URL = 2000;
  private static final int MAX_DESCRIPTION = 200;

  public CreateSlashCommand {
    Check.required("room", room);
    Check.slashName("name", name);
    Check.length("url", url, 1, MAX_URL);
    description = Check.nameOrEmpty("description", description, MAX_DESCRIPTION);
  }

  @Override
  public CommandType<CreateSlashCommand, SlashSecret> type() {
    return TYPE;
  }
}
