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

  private static final long MAX_TO_MENTION_EVERYONE = 100;

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
      case Change.Post post -> speak(post, standing);
      case Change.AboutMessage about -> changeMessage(about, standing);
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

  /** The refusal for reading or speaking in a public room that one has not joined. */
  public static RefusedException joinFirst() {
    return RefusedException.forbidden("Join the room first");
  }

  private static Verdict speak(Change.Post post, Standing standing) {
    requireMember(standing);
    if (post.thread() != null) {
      Standing.Target root = require("thread", standing.target());
      if (root.inThread()) {
        throw RefusedException.badField(
            "thread", "is a reply itself: name the message that its thread began with");
      }
    }
    if (post.replyTo() != null) {
      require("replyTo", standing.quoted());
    }
    return Verdict.APPEND;
  }

  private static Verdict changeMessage(Change.AboutMessage about, Standing standing) {
    Role actor = requireMember(standing);
    Standing.Target target = require("target", standing.target());
    if (target.deleted()) {
      return aboutDeleted(about);
    }
    switch (about) {
      case Change.Edit _ -> {
        if (!target.own()) {
          throw RefusedException.forbidden("Only its writer changes what a message says");
        }
      }
      case Change.Delete _ -> {
        if (!target.own() && actor == Role.MEMBER) {
          throw RefusedException.forbidden(
              "Only its writer, and the room's owners and moderators, take a message back");
        }
      }
      case Change.React _, Change.Unreact _, Change.Pin _, Change.Unpin _ -> {}
    }
    return Verdict.APPEND;
  }

  /** What takes something away from a deleted message has nothing left to do. */
  private static Verdict aboutDeleted(Change.AboutMessage about) {
    return switch (about) {
      case Change.Delete _, Change.Unreact _, Change.Unpin _ -> Verdict.UNCHANGED;
      case Change.Edit _, Change.React _, Change.Pin _ ->
          throw RefusedException.notFound("target", "The message was deleted");
    };
  }

  private static Standing.Target require(String field, Standing.@Nullable Target target) {
    if (target == null) {
      throw RefusedException.notFound(field, "There is no such message in this room");
    }
    return target;
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
