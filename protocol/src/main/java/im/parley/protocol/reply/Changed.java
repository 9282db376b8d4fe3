package im.parley.protocol.reply;

import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The change is on disk.
 *
 * @param seq its place in the room's log; absent when things stood so already
 * @param at when the server took it; absent when things stood so already
 * @param duplicate true when the key was used before: this is the first result
 */
@Json
public record Changed(@Nullable Long seq, @Nullable Instant at, @Nullable Boolean duplicate)
    implements Reply {}
