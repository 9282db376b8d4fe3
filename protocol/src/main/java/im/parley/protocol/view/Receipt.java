package im.parley.protocol.view;

import im.parley.protocol.id.UserId;
import io.avaje.jsonb.Json;

/**
 * How far a member has come.
 *
 * @param user who
 * @param read the newest seq that they have read
 * @param delivered the newest seq that has reached one of their devices
 */
@Json
public record Receipt(UserId user, long read, long delivered) {}
