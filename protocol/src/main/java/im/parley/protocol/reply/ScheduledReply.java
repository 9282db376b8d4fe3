package im.parley.protocol.reply;

import im.parley.protocol.view.Scheduled;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Something waits to be sent.
 *
 * @param scheduled what, and when
 * @param duplicate true when it waited already under this key
 */
@Json
public record ScheduledReply(Scheduled scheduled, @Nullable Boolean duplicate) implements Reply {}
