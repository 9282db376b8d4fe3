package im.parley.protocol.view;

import im.parley.protocol.id.UserId;
import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a user is.
 *
 * @param user who
 * @param state what others see: {@code online}, {@code away}, {@code dnd} or {@code offline}; of
 *     oneself, what one chose
 * @param text a few words of their own
 * @param emoji one emoji beside them
 * @param lastSeen when they were last there; absent while they are, and for those who hide
 */
@Json
public record Presence(
    UserId user,
    PresenceState state,
    @Nullable String text,
    @Nullable String emoji,
    @Nullable Instant lastSeen) {}
