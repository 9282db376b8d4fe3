package im.parley.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
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
    NOT_DIRECT
  }

  @ParameterizedTest(name = "{0} in {1}: owner {2}, moderator {3}, member {4}, - {5}")
  @CsvSource({
    "POST,            PUBLIC,  APPEND,         APPEND,         APPEND,         JOIN_FIRST",
    "POST,            PRIVATE, APPEND,         APPEND,         APPEND,         NO_SUCH_ROOM",
    "POST,            DIRECT,  APPEND,         APPEND,         APPEND,         NO_SUCH_ROOM",
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
    return answer(change(what), new Standing(kind, actor, subject, exists, 1, 5));
  }

  private static Change change(String what) {
    return switch (what) {
      case "POST" -> new Change.Post("hi");
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
      default -> throw new AssertionError(refusal);
    };
  }
}
