package im.parley.core.log;

import im.parley.protocol.error.RefusedException;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import org.jspecify.annotations.Nullable;

/** Who may change what in a room. The only place that says so. */
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

  private RoomRules() {}

  /**
   * Decides about a change.
   *
   * @param standing how things stand; null when there is no such room
   * @throws RefusedException if the change may not happen
   */
  public static Verdict decide(Change change, @Nullable Standing standing) {
    if (standing == null || (standing.actor() == null && standing.kind() != RoomKind.PUBLIC)) {
      throw noSuchRoom();
    }
    return switch (change) {
      case Change.Post(_) -> speak(standing);
      case Change.Join() -> join(standing);
      case Change.Add(_) -> add(standing);
      case Change.Leave() -> leave(standing);
      case Change.Remove(_) -> remove(standing);
      case Change.Describe(_, _, _) -> describe(standing);
    };
  }

  /** What a newcomer may do: whoever enters an empty room owns it, so that somebody does. */
  public static Role newcomer(long members) {
    return members == 0 ? Role.OWNER : Role.MEMBER;
  }

  /** The refusal for a room that is not there, and for one that the caller may not know of. */
  public static RefusedException noSuchRoom() {
    return RefusedException.notFound("room", "There is no such room, or you are not in it");
  }

  /** The refusal for reading or speaking in a public room that one has not joined. */
  public static RefusedException joinFirst() {
    return RefusedException.forbidden("Join the room first");
  }

  private static Verdict speak(Standing standing) {
    requireMember(standing);
    return Verdict.APPEND;
  }

  private static Verdict join(Standing standing) {
    return standing.actor() == null ? Verdict.APPEND : Verdict.UNCHANGED;
  }

  private static Verdict add(Standing standing) {
    Role actor = requireMember(standing);
    refuseInDirect(standing);
    if (standing.kind() == RoomKind.PRIVATE && actor == Role.MEMBER) {
      throw RefusedException.forbidden("Only owners and moderators bring people into this room");
    }
    if (!standing.subjectExists()) {
      throw RefusedException.notFound("user", "There is no such user");
    }
    return standing.subject() == null ? Verdict.APPEND : Verdict.UNCHANGED;
  }

  private static Verdict leave(Standing standing) {
    if (standing.actor() == null) {
      return Verdict.UNCHANGED;
    }
    refuseInDirect(standing);
    boolean lastOwner = standing.actor() == Role.OWNER && standing.owners() == 1;
    return lastOwner && standing.members() > 1 ? Verdict.APPEND_AND_HAND_ON : Verdict.APPEND;
  }

  private static Verdict remove(Standing standing) {
    Role actor = requireMember(standing);
    refuseInDirect(standing);
    if (standing.subject() == null) {
      throw RefusedException.notFound("user", "There is no such member in this room");
    }
    if (actor.compareTo(standing.subject()) >= 0) {
      throw RefusedException.forbidden("You can remove only members of a lower role than yours");
    }
    return Verdict.APPEND;
  }

  private static Verdict describe(Standing standing) {
    Role actor = requireMember(standing);
    refuseInDirect(standing);
    if (actor == Role.MEMBER) {
      throw RefusedException.forbidden("Only owners and moderators change what a room is called");
    }
    return Verdict.APPEND;
  }

  private static Role requireMember(Standing standing) {
    Role actor = standing.actor();
    if (actor == null) {
      throw joinFirst();
    }
    return actor;
  }

  private static void refuseInDirect(Standing standing) {
    if (standing.kind() == RoomKind.DIRECT) {
      throw RefusedException.forbidden("A direct conversation keeps its people and its name");
    }
  }
}
