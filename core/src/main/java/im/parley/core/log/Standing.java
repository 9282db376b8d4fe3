package im.parley.core.log;

import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import org.jspecify.annotations.Nullable;

/**
 * How things stand in a room, for one draft, at the moment of its commit.
 *
 * @param kind who may find and enter the room
 * @param actor the role of the draft's sender; null when not a member
 * @param subject the role of the user whom the change is about; null when not a member or when it
 *     is about nobody
 * @param subjectExists whether there is such a user; true when the change is about nobody
 * @param target the message that the change is about, whose thread it belongs to or which it
 *     forwards; null when there is no such message or the change names none
 * @param quoted the message that the change answers; null when there is none or it names none
 * @param owners how many owners the room has
 * @param members how many members the room has
 * @param restraints what keeps the room in order
 */
public record Standing(
    RoomKind kind,
    @Nullable Role actor,
    @Nullable Role subject,
    boolean subjectExists,
    @Nullable Target target,
    @Nullable Target quoted,
    long owners,
    long members,
    Restraints restraints) {

  /** In a room where nobody is restrained, about no message. */
  public Standing(
      RoomKind kind,
      @Nullable Role actor,
      @Nullable Role subject,
      boolean subjectExists,
      long owners,
      long members) {
    this(kind, actor, subject, subjectExists, null, null, owners, members, Restraints.NONE);
  }

  /**
   * A message, for one draft.
   *
   * @param own whether the draft's sender wrote it
   * @param deleted whether it was taken back
   * @param inThread whether it is a reply in a thread
   * @param forwarded whether it repeats the words of another
   * @param poll how its poll stands; null when it has none
   */
  public record Target(
      boolean own, boolean deleted, boolean inThread, boolean forwarded, @Nullable Voting poll) {}

  /**
   * A poll, for one vote.
   *
   * @param options how many options it has
   * @param multiple whether one may choose several
   * @param closed whether it has ended
   */
  public record Voting(int options, boolean multiple, boolean closed) {}
}
