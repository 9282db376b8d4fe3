package im.parley.protocol.reply;

import io.avaje.jsonb.Json;

/**
 * How far one has read.
 *
 * @param read the newest seq that was read
 * @param unread how many messages came after it
 * @param mentions how many of those mention the caller
 * @param number the {@code number} of the newest message that was read; 0 for none
 */
@Json
public record ReadPosition(long read, long unread, long mentions, long number) implements Reply {}
