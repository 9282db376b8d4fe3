package im.parley.core.log;

import im.parley.core.log.RoomRules.Verdict;
import im.parley.protocol.error.RefusedException;

/** What it takes to vote in a poll, and to end one. */
final class PollRules {

  private PollRules() {}

  /** Refuses a vote that the poll does not take. */
  static void requireVote(Change.Vote vote, Standing.Target target) {
    Standing.Voting poll = require(target);
    if (poll.closed()) {
      throw RefusedException.conflict("target", "This poll has ended: nobody votes any more");
    }
    if (vote.options().size() > 1 && !poll.multiple()) {
      throw RefusedException.badField("options", "must be one: this poll takes no more");
    }
    if (vote.options().stream().anyMatch(option -> option >= poll.options())) {
      throw RefusedException.badField(
          "options", "must be 0 to " + (poll.options() - 1) + ": the poll has no others");
    }
  }

  /** Ending a poll; one that has ended stays as it is. */
  static Verdict close(Standing.Target target, Standing standing) {
    Standing.Voting poll = require(target);
    if (!target.own()) {
      RoomRules.require(RoomPermission.CLOSE_POLL, standing);
    }
    return poll.closed() ? Verdict.UNCHANGED : Verdict.APPEND;
  }

  private static Standing.Voting require(Standing.Target target) {
    Standing.Voting poll = target.poll();
    if (poll == null) {
      throw RefusedException.badField("target", "must be a message with a poll");
    }
    return poll;
  }
}
