package im.parley.protocol.reply;

import im.parley.protocol.view.Hit;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a search found, newest first.
 *
 * @param hits the page
 * @param more whether there are older ones
 * @param next what {@code after} must be for the page after this one; absent when there is none
 */
@Json
public record Hits(List<Hit> hits, boolean more, @Nullable String next) implements Reply {}
