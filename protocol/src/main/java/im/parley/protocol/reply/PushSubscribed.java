package im.parley.protocol.reply;

import io.avaje.jsonb.Json;

/**
 * A browser is pushed to.
 *
 * @param subscription what to name in {@code push.unsubscribe}; 1 to 40 URL-safe characters
 */
@Json
public record PushSubscribed(String subscription) implements Reply {}
