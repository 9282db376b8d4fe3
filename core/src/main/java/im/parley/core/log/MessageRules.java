package im.parley.core.log;

import im.parley.core.log.RoomRules.Verdict;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.view.Role;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What it takes to say something, and to change what was said. */
final class MessageRules {

  private MessageRules() {}

  /** Saying something. */
  static Verdict speak(Change.Post post, Standing standing) {
    RoomRules.require(RoomPermission.POST, standing);
    requirePace(standing);
    requireTargets(post, standing);
    return Verdict.APPEND;
  }

  /** Intending to say something later: whoever is muted or slowed down may not be so then. */
  static void plan(Change.Post post, Standing standing) {
    RoomRules.require(RoomPermission.PLAN, standing);
    requireTargets(post, standing);
  }

  private static void requireTargets(Change.Post post, Standing standing) {
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
  }

  /**
   * Saying what was said elsewhere: {@link Standing#target} is that message, and the store has
   * found the sender in its room.
   */
  static Verdict forward(Standing standing) {
    RoomRules.require(RoomPermission.POST, standing);
    requirePace(standing);
    if (require("target", standing.target()).deleted()) {
      throw deleted();
    }
    return Verdict.APPEND;
  }

  /** What happens to a message that was said. */
  static Verdict change(Change.AboutMessage about, Standing standing) {
    RoomRules.require(permissionFor(about), standing);
    Standing.Target target = require("target", standing.target());
    if (target.deleted()) {
      return aboutDeleted(about);
    }
    switch (about) {
      case Change.Edit _ -> requireOwnWords(target);
      case Change.Vote vote -> PollRules.requireVote(vote, target);
      case Change.ClosePoll _ -> {
        return PollRules.close(target, standing);
      }
      case Change.Delete _ when !target.own() -> RoomRules.require(RoomPermission.DELETE, standing);
      case Change.Delete _, Change.React _, Change.Unreact _, Change.Pin _, Change.Unpin _ -> {}
    }
    return Verdict.APPEND;
  }

  /** What it takes at least: more may follow from whose message it is. */
  private static RoomPermission permissionFor(Change.AboutMessage about) {
    return switch (about) {
      case Change.Edit _ -> RoomPermission.EDIT;
      case Change.Delete _ -> RoomPermission.DELETE_OWN;
      case Change.React _, Change.Unreact _ -> RoomPermission.REACT;
      case Change.Vote _ -> RoomPermission.VOTE;
      case Change.ClosePoll _ -> RoomPermission.CLOSE_OWN_POLL;
      case Change.Pin _, Change.Unpin _ -> RoomPermission.PIN;
    };
  }

  private static void requireOwnWords(Standing.Target target) {
    if (!target.own()) {
      throw RefusedException.forbidden("Only its writer changes what a message says");
    }
    if (target.forwarded()) {
      throw RefusedException.forbidden("A forwarded message keeps the words of its writer");
    }
  }

  /** What takes something away from a deleted message has nothing left to do. */
  private static Verdict aboutDeleted(Change.AboutMessage about) {
    return switch (about) {
      case Change.Delete _, Change.Unreact _, Change.Unpin _ -> Verdict.UNCHANGED;
      case Change.Edit _, Change.React _, Change.Vote _, Change.ClosePoll _, Change.Pin _ ->
          throw deleted();
    };
  }

  private static RefusedException deleted() {
    return RefusedException.notFound("target", "The message was deleted");
  }

  private static Standing.Target require(String field, Standing.@Nullable Target target) {
    if (target == null) {
      throw RefusedException.notFound(field, "There is no such message in this room");
    }
    return target;
  }

  /** Refuses members who write again too soon; owners and moderators need not wait. */
  private static void requirePace(Standing standing) {
    Restraints restraints = standing.restraints();
    Instant lastPost = restraints.lastPost();
    if (standing.actor() != Role.MEMBER || lastPost == null) {
      return;
    }
    Duration wait = restraints.wait(lastPost);
    if (wait.isPositive()) {
      throw RefusedException.later(
          ErrorCode.RATE_LIMITED,
          "Slow mode: one message every %d s".formatted(restraints.slowMode().toSeconds()),
          wait.toMillis());
    }
  }
}
