package im.parley.protocol.view;

import io.avaje.jsonb.Json;
import java.time.Instant;

/**
 * Someone in a room.
 *
 * @param user who it is
 * @param role what they may do there
 * @param joinedAt since when
 */
@Json
public record Member(User user, Role role, Instant joinedAt) {}
