package im.parley.core.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about a user's presence.
 *
 * @param chosen how they want to be seen
 * @param lastSeen when they were last there, if that is known
 */
public record PresenceRecord(Chosen chosen, @Nullable Instant lastSeen) {

  /** Of somebody about whom nothing is kept. */
  public static final PresenceRecord NONE = new PresenceRecord(Chosen.NOTHING, null);
}
