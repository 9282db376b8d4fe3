package im.parley.protocol.reply;

import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The message is on disk.
 *
 * @param seq its place in the room's log
 * @param number its number among the room's messages
 * @param at when the server took it
 * @param duplicate true when the key was used before: this is the first result
 */
@Json
public record MessageSent(long seq, long number, Instant at, @Nullable Boolean duplicate)
    implements Reply {}
