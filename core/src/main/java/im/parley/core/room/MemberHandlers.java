package im.parley.core.room;

import static java.util.Objects.requireNonNull;

import im.parley.core.dispatch.Caller;
import im.parley.core.log.Change;
import im.parley.core.log.Commit;
import im.parley.core.log.Draft;
import im.parley.core.log.Page;
import im.parley.core.log.RoomLog;
import im.parley.core.log.RoomPermission;
import im.parley.core.log.RoomRules;
import im.parley.protocol.command.ChangeMember;
import im.parley.protocol.command.ListBans;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.reply.Bans;
import im.parley.protocol.reply.Done;
import im.parley.protocol.view.Ban;
import im.parley.protocol.view.RoomSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Keeps a room in order: roles, mutes and bans. */
final class MemberHandlers {

  private static final Duration LONGEST_MUTE = Duration.ofDays(3_653);

  private final RoomLog log;
  private final Rooms rooms;
  private final RoomAccess access;
  private final InstantSource clock;

  MemberHandlers(RoomLog log, Rooms rooms, RoomAccess access, InstantSource clock) {
    this.log = log;
    this.rooms = rooms;
    this.access = access;
    this.clock = clock;
  }

  Done change(Caller.SignedIn caller, ChangeMember command) {
    if (command.user().equals(caller.user()) && Boolean.TRUE.equals(command.banned())) {
      throw RefusedException.badField("user", "is yourself: leave the room instead");
    }
    Draft draft = new Draft(command.room(), caller.user(), MessageKey.random(), wanted(command));
    Commit.await(log.append(draft));
    return new Done();
  }

  private Change wanted(ChangeMember command) {
    Boolean banned = command.banned();
    if (banned == null) {
      return new Change.Regulate(command.user(), command.role(), until(command.mutedUntil()));
    }
    return banned ? new Change.Ban(command.user()) : new Change.Unban(command.user());
  }

  /** To the millisecond, as it is stored and told. However long ago, it has passed. */
  private @Nullable Instant until(@Nullable Instant wanted) {
    if (wanted == null) {
      return null;
    }
    if (wanted.isAfter(clock.instant().plus(LONGEST_MUTE))) {
      throw RefusedException.badField("mutedUntil", "must be at most ten years from now");
    }
    return wanted.isBefore(Instant.EPOCH) ? Instant.EPOCH : wanted.truncatedTo(ChronoUnit.MILLIS);
  }

  Bans bans(Caller.SignedIn caller, ListBans command) {
    RoomSummary room = access.see(command.room(), caller.user());
    RoomRules.require(RoomPermission.LIST_BANS, room.kind(), room.role());
    Page<Ban> page = rooms.bans(command.room(), command.after(), requireNonNull(command.limit()));
    return new Bans(page.items(), page.more());
  }
}
