package im.parley.core.report;

import im.parley.core.log.Page;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Report;
import java.util.List;

/**
 * The open reports of rooms; one that was resolved is forgotten. Who may report or resolve is asked
 * of {@link im.parley.core.log.RoomRules}, in the transaction that does it. All calls wait for the
 * store.
 */
public interface Reports {

  /** How many reports of one room are kept; for one more, the oldest goes. */
  int MAX_PER_ROOM = 500;

  /** How many owners and moderators are told: those who have been there longest. */
  int MAX_TOLD = 100;

  /**
   * Files a report. One user has one open report of a message: another takes its place.
   *
   * @throws RefusedException if the user may not, or {@code not_found} for no such message
   */
  Open file(RoomId room, long target, UserId by, String reason);

  /** The open reports of a room with a larger id than this, the oldest first. */
  Page<Report> open(RoomId room, long after, int limit);

  /**
   * Closes a report.
   *
   * @throws RefusedException if the user may not, or {@code not_found} when it is not open
   */
  Open resolve(RoomId room, long report, UserId by);

  /** The refusal for a message that is not there, or was taken back. */
  static RefusedException noSuchMessage() {
    return RefusedException.notFound("target", "There is no such message in this room");
  }

  /** The refusal for a report that nobody made, or that was resolved. */
  static RefusedException notOpen() {
    return RefusedException.notFound("report", "There is no such report, or it was resolved");
  }

  /**
   * How things stand after a change.
   *
   * @param count how many reports of the room are open
   * @param moderators whom to tell: the room's owners and moderators, at most {@value #MAX_TOLD}
   */
  record Open(long count, List<UserId> moderators) {}
}
