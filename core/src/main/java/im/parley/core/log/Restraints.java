package im.parley.core.log;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What keeps people from doing in a room what their role lets them do, for one draft, at the moment
 * of its commit.
 *
 * @param now the time of the commit
 * @param archived whether the room is closed
 * @param banned whether the one whom the change is about is banned: its subject, or its sender when
 *     it has none
 * @param mutedUntil until when the sender may not write, and the subject when there is one; a time
 *     that has passed is no restraint
 * @param slowMode how long a member waits between two messages; zero for not at all
 * @param lastPost when the sender last wrote here, if the room remembers
 */
public record Restraints(
    Instant now,
    boolean archived,
    boolean banned,
    Mutes mutedUntil,
    Duration slowMode,
    @Nullable Instant lastPost) {

  /** In an open room, where nobody is banned or muted and nothing is slowed down. */
  public static final Restraints NONE =
      new Restraints(Instant.EPOCH, false, false, Mutes.NONE, Duration.ZERO, null);

  /**
   * Until when people may not write.
   *
   * @param actor the sender of the draft
   * @param subject whom the draft is about; the epoch when it is about nobody
   */
  public record Mutes(Instant actor, Instant subject) {

    /** Nobody is muted. */
    public static final Mutes NONE = new Mutes(Instant.EPOCH, Instant.EPOCH);
  }

  /** How long the sender must still wait before the next message; zero or less for not at all. */
  Duration wait(Instant since) {
    return Duration.between(now, since.plus(slowMode));
  }
}
