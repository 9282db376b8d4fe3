package im.parley.protocol.command;

import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.SlashAnswer;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Has a slash command carried out. For those who may write in the room. What it says to everyone
 * stands in the room once, however often the same key comes; the server that does it is told the
 * key, too. One has four carried out at a time.
 *
 * @param room which room
 * @param name its name
 * @param text what was written after the name: up to 8000 characters; empty when left out
 * @param key the caller's name for this
 */
@Json
public record RunSlashCommand(RoomId room, String name, @Nullable String text, MessageKey key)
    implements Command<SlashAnswer> {

  public static final CommandType<RunSlashCommand, SlashAnswer> TYPE =
      CommandType.of(
          "slash.run",
          RunSlashCommand.class,
          SlashAnswer.class,
          Route.make("/rooms/{room}/slash-commands/{name}/run"));

  public RunSlashCommand {
    Check.required("room", room);
    Check.slashName("name", name);
    text = text == null || text.isBlank() ? "" : Check.prose("text", text, SendMessage.MAX_TEXT);
    Check.required("key", key);
  }

  @Override
  public CommandType<RunSlashCommand, SlashAnswer> type() {
    return TYPE;
  }
}
