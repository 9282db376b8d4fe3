package im.parley.protocol.view;

import im.parley.protocol.id.UserId;
import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code that lets people into a room.
 *
 * @param code what to hand on: {@code /invites/{code}}
 * @param by who made it
 * @param uses how many people it still lets in; absent for any number
 * @param expiresAt until when
 */
@Json
public record Invite(String code, UserId by, @Nullable Integer uses, Instant expiresAt) {}
