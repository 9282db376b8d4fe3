package im.parley.core.presence;

import im.parley.protocol.view.PresenceState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a user wants to be seen.
 *
 * @param state any but offline
 * @param text a few words of their own
 * @param emoji one emoji beside them
 * @param until when all this ends, and they are as if they had chosen nothing
 */
public record Chosen(
    PresenceState state, @Nullable String text, @Nullable String emoji, @Nullable Instant until) {

  /** The choice of those who chose nothing. */
  public static final Chosen NOTHING = new Chosen(PresenceState.ONLINE, null, null, null);

  /** What of it holds at this time. */
  public Chosen at(Instant now) {
    return until == null || now.isBefore(until) ? this : NOTHING;
  }

  /** Whether others are to think that the user is not there. */
  boolean hides() {
    return state == PresenceState.INVISIBLE;
  }
}
