package im.parley.protocol.view;

import io.avaje.jsonb.Json;

/**
 * One thing that a poll lets people choose.
 *
 * @param text what it is
 * @param votes how many people have chosen it
 * @param mine whether the reader is one of them
 */
@Json
public record PollOption(String text, long votes, boolean mine) {}
