package im.parley.core.presence;

import im.parley.core.dispatch.Line;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Presence;
import im.parley.protocol.view.PresenceState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is there, was until just now, or is watched. Guarded by the board, except {@link
 * #wake}, {@link #isWorthSaying}, {@link #usedHere} and {@link #liveness}.
 */
final class Person {

  /** How often other nodes are told that somebody is at one of their devices. */
  private static final Duration SAY_EVERY = Duration.ofMinutes(1);

  final UserId user;
  final Set<Line> watchers = new HashSet<>(2);

  /** When the board looks at this person next; stays until then, or until an earlier time. */
  Instant alarm = Instant.MAX;

  private volatile boolean here;
  private volatile boolean elsewhere;
  private volatile Instant activeAt = Instant.MIN;
  private volatile Instant saidAt = Instant.MIN;

  /** When the last session ended, while that is not yet kept. */
  private @Nullable Instant goneAt;

  private @Nullable PresenceRecord record;
  private @Nullable Presence shown;

  /** What their own sessions know that they chose. */
  private @Nullable Chosen told;

  Person(UserId user) {
    this.user = user;
  }

  /** Has a live session now. Coming back is no sign of attention; coming is. */
  void came(Instant now) {
    if (!isThere(now)) {
      activeAt = now;
    }
    here = true;
    goneAt = null;
    saidAt = now;
  }

  /** Has no live session on this node any more. */
  void left(Instant now) {
    here = false;
    goneAt = elsewhere ? null : now;
  }

  /** Has a live session on another node, and used one there last at this time. */
  void cameElsewhere(Instant usedAt, Instant now) {
    if (!isThere(now) || usedAt.isAfter(activeAt)) {
      activeAt = usedAt;
    }
    elsewhere = true;
    goneAt = null;
  }

  /** Has no live session on any other node, since this time. */
  void leftElsewhere(Instant since) {
    if (elsewhere && !here) {
      goneAt = since;
    }
    elsewhere = false;
  }

  /** Has asked for something: true when nobody expected that any more. */
  boolean wake(Instant now) {
    boolean slept = here && isIdle(now);
    activeAt = now;
    return slept;
  }

  /** Whether it is time to tell other nodes that this person is at a device; if so, it is told. */
  boolean isWorthSaying(Instant now) {
    boolean due = here && !now.isBefore(saidAt.plus(SAY_EVERY));
    if (due) {
      saidAt = now;
    }
    return due;
  }

  /** When somebody who has a live session on this node used one last, here or elsewhere. */
  Optional<Instant> usedHere() {
    return here ? Optional.of(activeAt) : Optional.empty();
  }

  /** Whether this person is at one of their devices. */
  Liveness liveness(Instant now) {
    return here || elsewhere ? liveness(activeAt, now) : Liveness.ABSENT;
  }

  /** Whether somebody who has a live session, and used one last at this time, is at it. */
  static Liveness liveness(Instant activeAt, Instant now) {
    return now.isBefore(activeAt.plus(PresenceBoard.AWAY_AFTER)) ? Liveness.ACTIVE : Liveness.IDLE;
  }

  /** What is kept about this person, unless something newer is known. */
  void learn(PresenceRecord read, Instant now) {
    if (record == null) {
      record = read;
      told = read.chosen().at(now);
    }
  }

  /** They have chosen, and this is kept now. */
  void keep(PresenceRecord newer) {
    record = newer;
    told = null;
  }

  /** One more watches. The first has nothing to compare with. */
  void watch(Line line) {
    if (watchers.isEmpty()) {
      shown = null;
    }
    watchers.add(line);
  }

  /** The time when this person was last there, once it is certain that they are gone. */
  Optional<Instant> departure(Instant now) {
    Instant departed = goneAt;
    if (departed == null || isThere(now)) {
      return Optional.empty();
    }
    goneAt = null;
    if (record != null && !record.chosen().at(departed).hides()) {
      record = new PresenceRecord(record.chosen(), departed);
    }
    return Optional.of(departed);
  }

  /** When this person was last there, if the board stopped now. */
  Optional<Instant> seen(Instant now) {
    return here ? Optional.of(now) : Optional.ofNullable(goneAt);
  }

  /** How watchers see this person now, if that is otherwise than before. */
  Optional<Presence> news(Instant now) {
    if (record == null || !isWatched()) {
      return Optional.empty();
    }
    Presence before = shown;
    Presence presence = seenByOthers(record, now);
    shown = presence;
    return before == null || before.equals(presence) ? Optional.empty() : Optional.of(presence);
  }

  /** What holds now of what they chose, if their own sessions think otherwise. */
  Optional<Chosen> ownNews(Instant now) {
    if (record == null) {
      return Optional.empty();
    }
    Chosen before = told;
    Chosen holds = record.chosen().at(now);
    told = holds;
    return holds.equals(before) ? Optional.empty() : Optional.of(holds);
  }

  /** How others see this person, if what is kept about them is as given. */
  Presence seenByOthers(PresenceRecord kept, Instant now) {
    Chosen chosen = kept.chosen().at(now);
    boolean there = isThere(now) && !chosen.hides();
    return new Presence(
        user,
        there ? attention(chosen, now) : PresenceState.OFFLINE,
        chosen.text(),
        chosen.emoji(),
        there || chosen.hides() ? null : kept.lastSeen());
  }

  private PresenceState attention(Chosen chosen, Instant now) {
    return chosen.state() == PresenceState.ONLINE && isIdle(now)
        ? PresenceState.AWAY
        : chosen.state();
  }

  /** What is known to be kept, or this. */
  PresenceRecord recordOr(PresenceRecord read) {
    return record == null ? read : record;
  }

  /** When something changes by itself; never: {@link Instant#MAX}. */
  Instant nextChange(Instant now) {
    Instant departs = goneAt == null ? Instant.MAX : goneAt.plus(PresenceBoard.GRACE);
    if (record == null || !(here || isWatched())) {
      return departs;
    }
    Instant until = record.chosen().until();
    Instant idles =
        (here || elsewhere) && isWatched() ? activeAt.plus(PresenceBoard.AWAY_AFTER) : Instant.MAX;
    return Stream.of(departs, until == null ? Instant.MAX : until, idles)
        .filter(now::isBefore)
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  /** Whether there is any reason to remember this person. */
  boolean matters() {
    return here || goneAt != null || isWatched();
  }

  private boolean isWatched() {
    return !watchers.isEmpty();
  }

  private boolean isThere(Instant now) {
    return here || elsewhere || (goneAt != null && now.isBefore(goneAt.plus(PresenceBoard.GRACE)));
  }

  private boolean isIdle(Instant now) {
    return !now.isBefore(activeAt.plus(PresenceBoard.AWAY_AFTER));
  }
}
