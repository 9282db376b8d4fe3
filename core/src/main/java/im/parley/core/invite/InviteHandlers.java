package im.parley.core.invite;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Handler;
import im.parley.core.log.Change;
import im.parley.core.log.Commit;
import im.parley.core.log.Draft;
import im.parley.core.log.RoomLog;
import im.parley.core.log.RoomPermission;
import im.parley.core.log.RoomRules;
import im.parley.core.room.RoomAccess;
import im.parley.protocol.command.AcceptInvite;
import im.parley.protocol.command.CreateInvite;
import im.parley.protocol.command.ListInvites;
import im.parley.protocol.command.RevokeInvite;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Done;
import im.parley.protocol.reply.InviteReply;
import im.parley.protocol.reply.RoomReply;
import im.parley.protocol.view.Invite;
import im.parley.protocol.view.RoomSummary;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes, shows and takes back the codes that let people into rooms, and lets people in by them. */
public final class InviteHandlers {

  private static final Duration USUAL_LIFE = Duration.ofDays(7);
  private static final Duration LONGEST_LIFE = Duration.ofDays(366);

  /** 96 random bits: 16 characters of URL-safe base 64. */
  private static final int CODE_BYTES = 12;

  private final Invites invites;
  private final RoomLog log;
  private final RoomAccess access;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  private InviteHandlers(Invites invites, RoomLog log, RoomAccess access, InstantSource clock) {
    this.invites = invites;
    this.log = log;
    this.access = access;
    this.clock = clock;
  }

  /** The handlers of {@code invite.*}. */
  public static List<Handler<?, ?>> of(
      Invites invites, RoomLog log, RoomAccess access, InstantSource clock) {
    InviteHandlers handlers = new InviteHandlers(invites, log, access, clock);
    return List.of(
        new Handler.ForSignedIn<>(CreateInvite.TYPE, handlers::create),
        new Handler.ForSignedIn<>(ListInvites.TYPE, handlers::list),
        new Handler.ForSignedIn<>(RevokeInvite.TYPE, handlers::revoke),
        new Handler.ForSignedIn<>(AcceptInvite.TYPE, handlers::accept));
  }

  private InviteReply create(Caller.SignedIn caller, CreateInvite command) {
    Instant expiresAt = expiry(command.expiresAt());
    Invite invite = new Invite(draw(), caller.user(), command.uses(), expiresAt);
    invites.create(command.room(), invite);
    return new InviteReply(invite);
  }

  /** To the millisecond, as it is stored and told. */
  private Instant expiry(@Nullable Instant wanted) {
    Instant now = clock.instant();
    Instant expiresAt = wanted == null ? now.plus(USUAL_LIFE) : wanted;
    if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST_LIFE))) {
      throw RefusedException.badField("expiresAt", "must be to come, and at most a year from now");
    }
    return expiresAt.truncatedTo(ChronoUnit.MILLIS);
  }

  private String draw() {
    byte[] bits = new byte[CODE_BYTES];
    random.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  private im.parley.protocol.reply.Invites list(Caller.SignedIn caller, ListInvites command) {
    RoomSummary room = access.see(command.room(), caller.user());
    RoomRules.require(RoomPermission.LIST_INVITES, room.kind(), room.role());
    return new im.parley.protocol.reply.Invites(invites.live(command.room()));
  }

  private Done revoke(Caller.SignedIn caller, RevokeInvite command) {
    invites.revoke(command.room(), command.code(), caller.user());
    return new Done();
  }

  private RoomReply accept(Caller.SignedIn caller, AcceptInvite command) {
    RoomId room = invites.roomOf(command.code());
    Change enter = new Change.Enter(command.code());
    Commit.await(log.append(new Draft(room, caller.user(), MessageKey.random(), enter)));
    return new RoomReply(access.see(room, caller.user()), null);
  }
}
