package im.parley.protocol.view;

import io.avaje.jsonb.Json;

/**
 * An emoji on a message.
 *
 * @param emoji which
 * @param count how many people reacted so
 * @param mine whether the reader is one of them
 */
@Json
public record Reaction(String emoji, long count, boolean mine) {}
