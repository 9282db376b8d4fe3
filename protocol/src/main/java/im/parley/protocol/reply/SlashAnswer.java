package im.parley.protocol.reply;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a slash command came to.
 *
 * @param text what it says to the caller alone, as markdown; absent if nothing
 * @param seq where in the room it was said to everyone; absent if it was not
 */
@Json
public record SlashAnswer(@Nullable String text, @Nullable Long seq) implements Reply {}
