package im.parley.protocol.view;

import im.parley.protocol.id.UserId;
import io.avaje.jsonb.Json;
import java.time.Instant;

/**
 * Someone who may not come back into a room.
 *
 * @param user who it is
 * @param by who banned them
 * @param at since when
 */
@Json
public record Ban(User user, UserId by, Instant at) {}
