package im.parley.protocol.view;

import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Someone in a room.
 *
 * @param user who it is
 * @param role what they may do there
 * @param joinedAt since when
 * @param mutedUntil until when they may not write, if that is still to come
 */
@Json
public record Member(User user, Role role, Instant joinedAt, @Nullable Instant mutedUntil) {}
