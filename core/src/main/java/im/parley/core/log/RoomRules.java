package im.parley.core.log;

import im.parley.protocol.error.RefusedException;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a change may happen in a room: who may make it stands in {@link RoomPermission}, and here
 * what else it takes. {@link MessageRules} goes on where it is about messages.
 */
public final class RoomRules {

  /** What a store does with a draft that is allowed. */
  public enum Verdict {
    /** Put it into the log. */
    APPEND,
    /**
     * Put it into the log and, as the next event, make the member of the highest role who has been
     * there longest the new owner: a room with members always has one.
     */
    APPEND_AND_HAND_ON,
    /** Things stand so already. */
    UNCHANGED
  }

  private static final long MAX_TO_MENTION_EVERYONE = 100;

  private RoomRules() {}

  /**
   * Decides about a change.
   *
   * @param standing how things stand; null when there is no such room
   * @throws RefusedException if the change may not happen
   */
  public static Verdict decide(Change change, @Nullable Standing standing) {
    if (standing == null || hidden(change, standing)) {
      throw noSuchRoom(change);
    }
    return switch (change) {
      case Change.Post post -> MessageRules.speak(post, standing);
      case Change.Forward _ -> MessageRules.forward(standing);
      case Change.AboutMessage about -> MessageRules.change(about, standing);
      case Change.Join() -> join(standing);
      case Change.Add(_) -> add(standing);
      case Change.Leave() -> leave(standing);
      case Change.Remove(_) -> remove(standing);
      case Change.Describe _ -> describe(standing);
      case Change.Archive() -> archive(standing);
      case Change.Enter(_) -> enter(standing);
      case Change.Regulate regulate -> regulate(regulate, standing);
      case Change.Ban(_) -> ban(standing);
      case Change.Unban(_) -> unban(standing);
    };
  }

  /**
   * Decides whether something may wait to be said later; {@link #decide} is asked again then.
   *
   * @throws RefusedException if it could not be said, were it time
   */
  public static void plan(Change.Post post, Standing standing) {
    if (hidden(post, standing)) {
      throw noSuchRoom();
    }
    MessageRules.plan(post, standing);
  }

  /** Strangers know only public rooms, and those into which they hold an invite. */
  private static boolean hidden(Change change, Standing standing) {
    return standing.actor() == null
        && standing.kind() != RoomKind.PUBLIC
        && !(change instanceof Change.Enter);
  }

  /**
   * Lets those pass who have a permission.
   *
   * @throws RefusedException if the room is archived, the actor may not do this in it, or may not
   *     now that they are muted
   */
  public static void require(RoomPermission permission, Standing standing) {
    boolean inArchive = permission.beyond() == Beyond.ARCHIVED;
    if (standing.restraints().archived() && !inArchive) {
      throw archived();
    }
    require(permission, standing.kind(), standing.actor());
    if (permission.beyond() == Beyond.VOICE) {
      requireVoice(standing);
    }
  }

  private static void requireVoice(Standing standing) {
    Instant until = standing.restraints().mutedUntil().actor();
    if (until.isAfter(standing.restraints().now())) {
      throw RefusedException.forbidden("You are muted in this room until " + until);
    }
  }

  /**
   * Lets those pass who have a permission to look.
   *
   * @throws RefusedException if someone of this role may not do this in a room of this kind
   */
  public static void require(RoomPermission permission, RoomKind kind, @Nullable Role actor) {
    Who who = permission.in(kind);
    if (who.includes(actor)) {
      return;
    }
    if (actor == null && who != Who.NOBODY) {
      throw joinFirst();
    }
    throw kind == RoomKind.DIRECT && who == Who.NOBODY
        ? direct(permission)
        : RefusedException.forbidden(permission.refusal());
  }

  /** What a newcomer may do: whoever enters an empty room owns it, so that somebody does. */
  public static Role newcomer(long members) {
    return members == 0 ? Role.OWNER : Role.MEMBER;
  }

  /**
   * Whether somebody's {@code @room} and {@code @here} mention everyone. In large rooms that is for
   * those who keep order; from others they are words like any.
   */
  public static boolean mayMentionEveryone(Role actor, long members) {
    return actor != Role.MEMBER || members <= MAX_TO_MENTION_EVERYONE;
  }

  /** The refusal for a room that is not there, and for one that the caller may not know of. */
  public static RefusedException noSuchRoom() {
    return RefusedException.notFound("room", "There is no such room, or you are not in it");
  }

  /** The same, for a change: it names the field that named the room. */
  public static RefusedException noSuchRoom(Change change) {
    return change instanceof Change.Forward
        ? RefusedException.notFound("to", "There is no such room, or you are not in it")
        : noSuchRoom();
  }

  /** The refusal for reading or speaking in a public room that one has not joined. */
  public static RefusedException joinFirst() {
    return RefusedException.forbidden("Join the room first");
  }

  /** The refusal for a change to a room that is closed. */
  private static RefusedException archived() {
    return RefusedException.forbidden("This room is archived: it can be read and left, no more");
  }

  private static RefusedException direct(RoomPermission permission) {
    return RefusedException.forbidden(
        permission == RoomPermission.REPORT
            ? "A direct conversation has no moderators to report to"
            : "A direct conversation keeps its people and its name");
  }

  private static Verdict join(Standing standing) {
    if (standing.actor() != null) {
      return Verdict.UNCHANGED;
    }
    require(RoomPermission.JOIN, standing);
    requireWelcome(standing);
    return Verdict.APPEND;
  }

  private static Verdict enter(Standing standing) {
    if (standing.actor() != null) {
      return Verdict.UNCHANGED;
    }
    require(RoomPermission.ENTER, standing);
    requireWelcome(standing);
    return Verdict.APPEND;
  }

  /** Refuses newcomers who are banned. */
  private static void requireWelcome(Standing standing) {
    if (standing.restraints().banned()) {
      throw RefusedException.forbidden(
          "You were banned from this room: ask one of its owners or moderators");
    }
  }

  private static Verdict add(Standing standing) {
    require(RoomPermission.ADD, standing);
    requireSubject(standing);
    if (standing.restraints().banned()) {
      throw RefusedException.forbidden("This user was banned from the room: lift the ban first");
    }
    return standing.subject() == null ? Verdict.APPEND : Verdict.UNCHANGED;
  }

  private static Verdict leave(Standing standing) {
    if (standing.actor() == null) {
      return Verdict.UNCHANGED;
    }
    require(RoomPermission.LEAVE, standing);
    boolean lastOwner = standing.actor() == Role.OWNER && standing.owners() == 1;
    return lastOwner && standing.members() > 1 ? Verdict.APPEND_AND_HAND_ON : Verdict.APPEND;
  }

  private static Verdict remove(Standing standing) {
    require(RoomPermission.REMOVE, standing);
    requireLower(RoomPermission.REMOVE, standing, requireMember(standing));
    return Verdict.APPEND;
  }

  private static Verdict describe(Standing standing) {
    require(RoomPermission.DESCRIBE, standing);
    return Verdict.APPEND;
  }

  private static Verdict archive(Standing standing) {
    require(RoomPermission.ARCHIVE, standing.kind(), standing.actor());
    return standing.restraints().archived() ? Verdict.UNCHANGED : Verdict.APPEND;
  }

  private static Verdict regulate(Change.Regulate change, Standing standing) {
    if (change.role() != null) {
      require(RoomPermission.CHANGE_ROLE, standing);
    }
    if (change.mutedUntil() != null) {
      require(RoomPermission.MUTE, standing);
    }
    Role subject = requireMember(standing);
    if (change.mutedUntil() != null) {
      requireLower(RoomPermission.MUTE, standing, subject);
    }
    boolean sameRole = change.role() == null || change.role() == subject;
    if (!sameRole && subject == Role.OWNER && standing.owners() == 1) {
      throw RefusedException.conflict(
          "role", "A room always has an owner: make someone else an owner first");
    }
    return sameRole && staysMuted(change, standing.restraints())
        ? Verdict.UNCHANGED
        : Verdict.APPEND;
  }

  /** Whether the subject may write from the same time on as before. */
  private static boolean staysMuted(Change.Regulate change, Restraints restraints) {
    Instant wanted = change.mutedUntil();
    Instant until = restraints.mutedUntil().subject();
    boolean bothPassed =
        wanted != null && !wanted.isAfter(restraints.now()) && !until.isAfter(restraints.now());
    return wanted == null || wanted.equals(until) || bothPassed;
  }

  private static Verdict ban(Standing standing) {
    require(RoomPermission.BAN, standing);
    requireSubject(standing);
    if (standing.subject() != null) {
      requireLower(RoomPermission.BAN, standing, standing.subject());
    }
    return standing.restraints().banned() ? Verdict.UNCHANGED : Verdict.APPEND;
  }

  private static Verdict unban(Standing standing) {
    require(RoomPermission.UNBAN, standing);
    requireSubject(standing);
    return standing.restraints().banned() ? Verdict.APPEND : Verdict.UNCHANGED;
  }

  private static void requireSubject(Standing standing) {
    if (!standing.subjectExists()) {
      throw RefusedException.notFound("user", "There is no such user");
    }
  }

  /** The role of the member whom the change is about. */
  private static Role requireMember(Standing standing) {
    Role subject = standing.subject();
    if (subject == null) {
      throw RefusedException.notFound("user", "There is no such member in this room");
    }
    return subject;
  }

  private static void requireLower(RoomPermission permission, Standing standing, Role subject) {
    Role actor = standing.actor();
    if (actor == null || actor.compareTo(subject) >= 0) {
      throw RefusedException.forbidden(permission.refusal());
    }
  }
}
