package im.parley.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rules as a table: what a change comes to, by the room's kind and the actor's role. A dash is
 * somebody who is not in the room.
 */
class RoomRulesTest {

  private static final UserId SOMEBODY = new UserId("u1");

  /** What a cell of the table stands for. */
  enum Answer {
    APPEND,
    HAND_ON,
    UNCHANGED,
    JOIN_FIRST,
    NO_SUCH_ROOM,
    NO_SUCH_USER,
    NO_SUCH_MEMBER,
    NOT_YOU,
    NOT_THEM,
    NOT_DIRECT,
    NO_SUCH_MESSAGE,
    NOT_A_ROOT,
    NOT_YOURS,
    ITS_WRITERS,
    GONE,
    NO_POLL,
    POLL_ENDED,
    ONE_OPTION,
    NO_SUCH_OPTION
  }

  @ParameterizedTest(name = "{0} in {1}: owner {2}, moderator {3}, member {4}, - {5}")
  @CsvSource({
    "POST,            PUBLIC,  APPEND,         APPEND,         APPEND,         JOIN_FIRST",
    "POST,            PRIVATE, APPEND,         APPEND,         APPEND,         NO_SUCH_ROOM",
    "POST,            DIRECT,  APPEND,         APPEND,         APPEND,         NO_SUCH_ROOM",
    "REPLY,           PUBLIC,  APPEND,         APPEND,         APPEND,         JOIN_FIRST",
    "REPLY_MISSING,   PUBLIC,  NO_SUCH_MESSAGE,NO_SUCH_MESSAGE,NO_SUCH_MESSAGE,JOIN_FIRST",
    "THREAD,          DIRECT,  APPEND,         APPEND,         APPEND,         NO_SUCH_ROOM",
    "THREAD_MISSING,  PUBLIC,  NO_SUCH_MESSAGE,NO_SUCH_MESSAGE,NO_SUCH_MESSAGE,JOIN_FIRST",
    "THREAD_NESTED,   PUBLIC,  NOT_A_ROOT,     NOT_A_ROOT,     NOT_A_ROOT,     JOIN_FIRST",
    "FORWARD,         PUBLIC,  APPEND,         APPEND,         APPEND,         JOIN_FIRST",
    "FORWARD,         PRIVATE, APPEND,         APPEND,         APPEND,         NO_SUCH_ROOM",
    "FORWARD_DELETED, PUBLIC,  GONE,           GONE,           GONE,           JOIN_FIRST",
    "FORWARD_MISSING, PUBLIC,  NO_SUCH_MESSAGE,NO_SUCH_MESSAGE,NO_SUCH_MESSAGE,JOIN_FIRST",
    "EDIT_FORWARD,    PUBLIC,  ITS_WRITERS,    ITS_WRITERS,    ITS_WRITERS,    JOIN_FIRST",
    "EDIT,            PUBLIC,  NOT_YOURS,      NOT_YOURS,      NOT_YOURS,      JOIN_FIRST",
    "EDIT_OWN,        PUBLIC,  APPEND,         APPEND,         APPEND,         JOIN_FIRST",
    "EDIT_OWN,        PRIVATE, APPEND,         APPEND,         APPEND,         NO_SUCH_ROOM",
    "EDIT_DELETED,    PUBLIC,  GONE,           GONE,           GONE,           JOIN_FIRST",
    "EDIT_MISSING,    PUBLIC,  NO_SUCH_MESSAGE,NO_SUCH_MESSAGE,NO_SUCH_MESSAGE,JOIN_FIRST",
    "DELETE,          PUBLIC,  APPEND,         APPEND,         NOT_YOURS,      JOIN_FIRST",
    "DELETE,          DIRECT,  APPEND,         APPEND,         NOT_YOURS,      NO_SUCH_ROOM",
    "DELETE_OWN,      PUBLIC,  APPEND,         APPEND,         APPEND,         JOIN_FIRST",
    "DELETE_DELETED,  PUBLIC,  UNCHANGED,      UNCHANGED,      UNCHANGED,      JOIN_FIRST",
    "DELETE_MISSING,  PUBLIC,  NO_SUCH_MESSAGE,NO_SUCH_MESSAGE,NO_SUCH_MESSAGE,JOIN_FIRST",
    "REACT,           PUBLIC,  APPEND,         APPEND,         APPEND,         JOIN_FIRST",
    "REACT_DELETED,   PUBLIC,  GONE,           GONE,           GONE,           JOIN_FIRST",
    "REACT_MISSING,   PUBLIC,  NO_SUCH_MESSAGE,NO_SUCH_MESSAGE,NO_SUCH_MESSAGE,JOIN_FIRST",
    "UNREACT,         PUBLIC,  APPEND,         APPEND,         APPEND,         JOIN_FIRST",
    "UNREACT_DELETED, PUBLIC,  UNCHANGED,      UNCHANGED,      UNCHANGED,      JOIN_FIRST",
    "PIN,             DIRECT,  APPEND,         APPEND,         APPEND,         NO_SUCH_ROOM",
    "PIN_DELETED,     PUBLIC,  GONE,           GONE,           GONE,           JOIN_FIRST",
    "UNPIN,           PUBLIC,  APPEND,         APPEND,         APPEND,         JOIN_FIRST",
    "UNPIN_DELETED,   PUBLIC,  UNCHANGED,      UNCHANGED,      UNCHANGED,      JOIN_FIRST",
    "VOTE,            PUBLIC,  APPEND,         APPEND,         APPEND,         JOIN_FIRST",
    "VOTE,            DIRECT,  APPEND,         APPEND,         APPEND,         NO_SUCH_ROOM",
    "VOTE_BACK,       PUBLIC,  APPEND,         APPEND,         APPEND,         JOIN_FIRST",
    "VOTE_TWO,        PUBLIC,  ONE_OPTION,     ONE_OPTION,     ONE_OPTION,     JOIN_FIRST",
    "VOTE_TWO_OF_MANY,PUBLIC,  APPEND,         APPEND,         APPEND,         JOIN_FIRST",
    "VOTE_NEITHER,    PUBLIC,  NO_SUCH_OPTION, NO_SUCH_OPTION, NO_SUCH_OPTION, JOIN_FIRST",
    "VOTE_CLOSED,     PUBLIC,  POLL_ENDED,     POLL_ENDED,     POLL_ENDED,     JOIN_FIRST",
    "VOTE_PLAIN,      PUBLIC,  NO_POLL,        NO_POLL,        NO_POLL,        JOIN_FIRST",
    "VOTE_DELETED,    PUBLIC,  GONE,           GONE,           GONE,           JOIN_FIRST",
    "VOTE_MISSING,    PUBLIC,  NO_SUCH_MESSAGE,NO_SUCH_MESSAGE,NO_SUCH_MESSAGE,JOIN_FIRST",
    "END,             PUBLIC,  APPEND,         APPEND,         NOT_YOURS,      JOIN_FIRST",
    "END_OWN,         PUBLIC,  APPEND,         APPEND,         APPEND,         JOIN_FIRST",
    "END_CLOSED,      PUBLIC,  UNCHANGED,      UNCHANGED,      NOT_YOURS,      JOIN_FIRST",
    "END_PLAIN,       PUBLIC,  NO_POLL,        NO_POLL,        NO_POLL,        JOIN_FIRST",
    "END_DELETED,     PUBLIC,  GONE,           GONE,           GONE,           JOIN_FIRST",
    "JOIN,            PUBLIC,  UNCHANGED,      UNCHANGED,      UNCHANGED,      APPEND",
    "JOIN,            PRIVATE, UNCHANGED,      UNCHANGED,      UNCHANGED,      NO_SUCH_ROOM",
    "JOIN,            DIRECT,  UNCHANGED,      UNCHANGED,      UNCHANGED,      NO_SUCH_ROOM",
    "ADD,             PUBLIC,  APPEND,         APPEND,         APPEND,         JOIN_FIRST",
    "ADD,             PRIVATE, APPEND,         APPEND,         NOT_YOU,        NO_SUCH_ROOM",
    "ADD,             DIRECT,  NOT_DIRECT,     NOT_DIRECT,     NOT_DIRECT,     NO_SUCH_ROOM",
    "ADD_MEMBER,      PUBLIC,  UNCHANGED,      UNCHANGED,      UNCHANGED,      JOIN_FIRST",
    "ADD_MEMBER,      PRIVATE, UNCHANGED,      UNCHANGED,      NOT_YOU,        NO_SUCH_ROOM",
    "ADD_MEMBER,      DIRECT,  NOT_DIRECT,     NOT_DIRECT,     NOT_DIRECT,     NO_SUCH_ROOM",
    "ADD_NOBODY,      PUBLIC,  NO_SUCH_USER,   NO_SUCH_USER,   NO_SUCH_USER,   JOIN_FIRST",
    "ADD_NOBODY,      PRIVATE, NO_SUCH_USER,   NO_SUCH_USER,   NOT_YOU,        NO_SUCH_ROOM",
    "LEAVE,           PUBLIC,  HAND_ON,        APPEND,         APPEND,         UNCHANGED",
    "LEAVE,           PRIVATE, HAND_ON,        APPEND,         APPEND,         NO_SUCH_ROOM",
    "LEAVE,           DIRECT,  NOT_DIRECT,     NOT_DIRECT,     NOT_DIRECT,     NO_SUCH_ROOM",
    "REMOVE_OWNER,    PUBLIC,  NOT_THEM,       NOT_THEM,       NOT_THEM,       JOIN_FIRST",
    "REMOVE_MODERATOR,PUBLIC,  APPEND,         NOT_THEM,       NOT_THEM,       JOIN_FIRST",
    "REMOVE_MEMBER,   PUBLIC,  APPEND,         APPEND,         NOT_THEM,       JOIN_FIRST",
    "REMOVE_STRANGER, PUBLIC,  NO_SUCH_MEMBER, NO_SUCH_MEMBER, NOT_THEM,       JOIN_FIRST",
    "REMOVE_OWNER,    PRIVATE, NOT_THEM,       NOT_THEM,       NOT_THEM,       NO_SUCH_ROOM",
    "REMOVE_MODERATOR,PRIVATE, APPEND,         NOT_THEM,       NOT_THEM,       NO_SUCH_ROOM",
    "REMOVE_MEMBER,   PRIVATE, APPEND,         APPEND,         NOT_THEM,       NO_SUCH_ROOM",
    "REMOVE_STRANGER, PRIVATE, NO_SUCH_MEMBER, NO_SUCH_MEMBER, NOT_THEM,       NO_SUCH_ROOM",
    "REMOVE_MEMBER,   DIRECT,  NOT_DIRECT,     NOT_DIRECT,     NOT_DIRECT,     NO_SUCH_ROOM",
    "DESCRIBE,        PUBLIC,  APPEND,         APPEND,         NOT_YOU,        JOIN_FIRST",
    "DESCRIBE,        PRIVATE, APPEND,         APPEND,         NOT_YOU,        NO_SUCH_ROOM",
    "DESCRIBE,        DIRECT,  NOT_DIRECT,     NOT_DIRECT,     NOT_DIRECT,     NO_SUCH_ROOM",
  })
  void decides(
      String what, RoomKind kind, Answer owner, Answer moderator, Answer member, Answer stranger) {
    assertThat(answer(what, kind, Role.OWNER)).as("owner").isEqualTo(owner);
    assertThat(answer(what, kind, Role.MODERATOR)).as("moderator").isEqualTo(moderator);
    assertThat(answer(what, kind, Role.MEMBER)).as("member").isEqualTo(member);
    assertThat(answer(what, kind, null)).as("stranger").isEqualTo(stranger);
  }

  @ParameterizedTest(name = "{0} owners of {1} members: {2}")
  @CsvSource({"1, 1, APPEND", "1, 2, APPEND_AND_HAND_ON", "2, 2, APPEND", "2, 9, APPEND"})
  void anOwnerHandsTheRoomOnOnlyWhereNoneIsLeft(
      long owners, long members, RoomRules.Verdict verdict) {
    Standing standing = new Standing(RoomKind.PUBLIC, Role.OWNER, null, true, owners, members);

    assertThat(RoomRules.decide(new Change.Leave(), standing)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"POST", "JOIN", "ADD", "LEAVE", "REMOVE_MEMBER", "DESCRIBE"})
  void nothingHappensInARoomThatIsNotThere(String what) {
    assertThat(answer(change(what), null)).isEqualTo(Answer.NO_SUCH_ROOM);
  }

  @Test
  void everyoneIsMentionedByAnyoneInSmallRoomsAndByThoseWhoKeepOrderInLargeOnes() {
    assertThat(RoomRules.mayMentionEveryone(Role.MEMBER, 100)).isTrue();
    assertThat(RoomRules.mayMentionEveryone(Role.MEMBER, 101)).isFalse();
    assertThat(RoomRules.mayMentionEveryone(Role.MODERATOR, 101)).isTrue();
    assertThat(RoomRules.mayMentionEveryone(Role.OWNER, 101)).isTrue();
  }

  @Test
  void theFirstInAnEmptyRoomOwnsIt() {
    assertThat(RoomRules.newcomer(0)).isEqualTo(Role.OWNER);
    assertThat(RoomRules.newcomer(1)).isEqualTo(Role.MEMBER);
  }

  private static Answer answer(String what, RoomKind kind, @Nullable Role actor) {
    Role subject =
        switch (what) {
          case "REMOVE_OWNER" -> Role.OWNER;
          case "REMOVE_MODERATOR" -> Role.MODERATOR;
          case "REMOVE_MEMBER", "ADD_MEMBER" -> Role.MEMBER;
          default -> null;
        };
    boolean exists = !what.equals("ADD_NOBODY");
    Standing.Target target =
        what.endsWith("_MISSING")
            ? null
            : new Standing.Target(
                what.endsWith("_OWN") || what.endsWith("_FORWARD"),
                what.endsWith("_DELETED"),
                what.endsWith("_NESTED"),
                what.endsWith("_FORWARD"),
                what.endsWith("_PLAIN")
                    ? null
                    : new Standing.Voting(3, what.endsWith("_MANY"), what.endsWith("_CLOSED")));
    return answer(
        change(what),
        new Standing(kind, actor, subject, exists, target, target, 1, 5, Restraints.NONE));
  }

  private static Change change(String what) {
    return switch (what) {
      case "POST" -> new Change.Post("hi");
      case "REPLY", "REPLY_MISSING" -> new Change.Post("hi", Mentions.NONE, 7L, null);
      case "THREAD", "THREAD_MISSING", "THREAD_NESTED" ->
          new Change.Post("hi", Mentions.NONE, null, new Change.InThread(7, false));
      case "FORWARD", "FORWARD_DELETED", "FORWARD_MISSING" ->
          new Change.Forward(new RoomId("r2"), 7);
      case "EDIT", "EDIT_FORWARD", "EDIT_OWN", "EDIT_DELETED", "EDIT_MISSING" ->
          new Change.Edit(7, "ho", Mentions.NONE);
      case "DELETE", "DELETE_OWN", "DELETE_DELETED", "DELETE_MISSING" -> new Change.Delete(7);
      case "REACT", "REACT_DELETED", "REACT_MISSING" -> new Change.React(7, "👍");
      case "UNREACT", "UNREACT_DELETED" -> new Change.Unreact(7, "👍");
      case "VOTE", "VOTE_CLOSED", "VOTE_PLAIN", "VOTE_DELETED", "VOTE_MISSING" ->
          new Change.Vote(7, List.of(2));
      case "VOTE_BACK" -> new Change.Vote(7, List.of());
      case "VOTE_TWO", "VOTE_TWO_OF_MANY" -> new Change.Vote(7, List.of(0, 2));
      case "VOTE_NEITHER" -> new Change.Vote(7, List.of(3));
      case "END", "END_OWN", "END_CLOSED", "END_PLAIN", "END_DELETED" -> new Change.ClosePoll(7);
      case "PIN", "PIN_DELETED" -> new Change.Pin(7);
      case "UNPIN", "UNPIN_DELETED" -> new Change.Unpin(7);
      case "JOIN" -> new Change.Join();
      case "ADD", "ADD_MEMBER", "ADD_NOBODY" -> new Change.Add(SOMEBODY);
      case "LEAVE" -> new Change.Leave();
      case "DESCRIBE" -> new Change.Describe("name", null, null);
      default -> new Change.Remove(SOMEBODY);
    };
  }

  private static Answer answer(Change change, @Nullable Standing standing) {
    try {
      return switch (RoomRules.decide(change, standing)) {
        case APPEND -> Answer.APPEND;
        case APPEND_AND_HAND_ON -> Answer.HAND_ON;
        case UNCHANGED -> Answer.UNCHANGED;
      };
    } catch (RefusedException e) {
      return refused(e.refusal());
    }
  }

  private static Answer refused(Refusal refusal) {
    return switch (refusal.message()) {
      case "Join the room first" -> Answer.JOIN_FIRST;
      case "There is no such room, or you are not in it" -> Answer.NO_SUCH_ROOM;
      case "There is no such user" -> Answer.NO_SUCH_USER;
      case "There is no such member in this room" -> Answer.NO_SUCH_MEMBER;
      case "Only owners and moderators bring people into this room",
          "Only owners and moderators change what a room is called" ->
          Answer.NOT_YOU;
      case "You can remove only members of a lower role than yours" -> Answer.NOT_THEM;
      case "A direct conversation keeps its people and its name" -> Answer.NOT_DIRECT;
      case "There is no such message in this room" -> Answer.NO_SUCH_MESSAGE;
      case "'thread' is a reply itself: name the message that its thread began with" ->
          Answer.NOT_A_ROOT;
      case "Only its writer changes what a message says",
          "Only its writer, and the room's owners and moderators, take a message back",
          "Only its writer, and the room's owners and moderators, end a poll" ->
          Answer.NOT_YOURS;
      case "A forwarded message keeps the words of its writer" -> Answer.ITS_WRITERS;
      case "The message was deleted" -> Answer.GONE;
      case "'target' must be a message with a poll" -> Answer.NO_POLL;
      case "This poll has ended: nobody votes any more" -> Answer.POLL_ENDED;
      case "'options' must be one: this poll takes no more" -> Answer.ONE_OPTION;
      case "'options' must be 0 to 2: the poll has no others" -> Answer.NO_SUCH_OPTION;
      default -> throw new AssertionError(refusal);
    };
  }
}
