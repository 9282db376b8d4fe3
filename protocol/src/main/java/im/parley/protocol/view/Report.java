package im.parley.protocol.view;

import im.parley.protocol.id.UserId;
import io.avaje.jsonb.Json;
import java.time.Instant;

/**
 * What somebody wants the owners and moderators of a room to look at.
 *
 * @param id its number; later reports have larger ones
 * @param target the seq of the message that it is about
 * @param by who reported it
 * @param reason why, in their words
 * @param at when they last said so
 */
@Json
public record Report(long id, long target, UserId by, String reason, Instant at) {}
