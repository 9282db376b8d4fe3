package im.parley.protocol.reply;

import im.parley.protocol.view.SlashCommand;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * The slash commands of a room.
 *
 * @param commands in the order of their names
 */
@Json
public record SlashCommands(List<SlashCommand> commands) implements Reply {}
