package im.parley.core.log;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import im.parley.core.log.Restraints.Mutes;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules do what the table of permissions says, for every change, kind of room and role. */
class RoomPermissionTest {

  private static final UserId SOMEBODY = new UserId("u1");
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(90);

  /** A change for each permission that is one: what a member of each room might want. */
  private static final Map<RoomPermission, Change> CHANGES =
      Map.ofEntries(
          Map.entry(RoomPermission.POST, new Change.Post("hi")),
          Map.entry(RoomPermission.EDIT, new Change.Edit(7, "ho", Mentions.NONE)),
          Map.entry(RoomPermission.DELETE_OWN, new Change.Delete(7)),
          Map.entry(RoomPermission.DELETE, new Change.Delete(7)),
          Map.entry(RoomPermission.REACT, new Change.React(7, "👍")),
          Map.entry(RoomPermission.VOTE, new Change.Vote(7, List.of(1))),
          Map.entry(RoomPermission.CLOSE_OWN_POLL, new Change.ClosePoll(7)),
          Map.entry(RoomPermission.CLOSE_POLL, new Change.ClosePoll(7)),
          Map.entry(RoomPermission.PIN, new Change.Pin(7)),
          Map.entry(RoomPermission.JOIN, new Change.Join()),
          Map.entry(RoomPermission.ENTER, new Change.Enter("code")),
          Map.entry(RoomPermission.ADD, new Change.Add(SOMEBODY)),
          Map.entry(RoomPermission.LEAVE, new Change.Leave()),
          Map.entry(RoomPermission.DESCRIBE, new Change.Describe(null, null, null, 10, 60)),
          Map.entry(RoomPermission.ARCHIVE, new Change.Archive()),
          Map.entry(
              RoomPermission.CHANGE_ROLE, new Change.Regulate(SOMEBODY, Role.MODERATOR, null)),
          Map.entry(RoomPermission.MUTE, new Change.Regulate(SOMEBODY, null, LATER)),
          Map.entry(RoomPermission.REMOVE, new Change.Remove(SOMEBODY)),
          Map.entry(RoomPermission.BAN, new Change.Ban(SOMEBODY)),
          Map.entry(RoomPermission.UNBAN, new Change.Unban(SOMEBODY)));

  /** One cell of the table: a permission, a kind of room, a role or none, a subject's role. */
  record Cell(
      RoomPermission permission, RoomKind kind, @Nullable Role actor, @Nullable Role subject) {}

  static Stream<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (RoomPermission permission : CHANGES.keySet()) {
      for (RoomKind kind : RoomKind.values()) {
        for (@Nullable Role actor : Arrays.asList(Role.OWNER, Role.MODERATOR, Role.MEMBER, null)) {
          for (Role subject : Role.values()) {
            cells.add(new Cell(permission, kind, actor, subject));
          }
        }
      }
    }
    return cells.stream();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void everyChangeIsAllowedToWhomTheTableNames(Cell cell) {
    boolean comesIn =
        cell.permission() == RoomPermission.JOIN || cell.permission() == RoomPermission.ENTER;
    if (comesIn && cell.actor() != null) {
      assertThat(decide(cell, false)).isEqualTo("UNCHANGED");
      return;
    }
    if (cell.permission() == RoomPermission.LEAVE && cell.actor() == null) {
      assertThat(decide(cell, false)).isIn("UNCHANGED", "NOT_FOUND");
      return;
    }
    boolean named = cell.permission().in(cell.kind()).includes(cell.actor());
    boolean lower =
        cell.permission().beyond() != Beyond.LOWER_ROLE
            || (cell.actor() != null && cell.actor().compareTo(cell.subject()) < 0);

    assertThat(decide(cell, false))
        .matches(
            answer -> (named && lower) != answer.matches("FORBIDDEN|NOT_FOUND"),
            named && lower ? "is allowed" : "is refused");
  }

  @ParameterizedTest
  @MethodSource("cells")
  void anArchivedRoomIsLeftAndNoMore(Cell cell) {
    String answer = decide(cell, true);

    if (answer.startsWith("APPEND")) {
      assertThat(cell.permission()).isEqualTo(RoomPermission.LEAVE);
    } else {
      assertThat(answer).isIn("UNCHANGED", "FORBIDDEN", "NOT_FOUND");
    }
  }

  private static String decide(Cell cell, boolean archived) {
    Restraints restraints =
        new Restraints(
            NOON,
            archived,
            cell.permission() == RoomPermission.UNBAN,
            Mutes.NONE,
            Duration.ZERO,
            null);
    boolean alone = cell.permission() == RoomPermission.ADD;
    boolean own =
        cell.permission() != RoomPermission.DELETE
            && cell.permission() != RoomPermission.CLOSE_POLL;
    Standing standing =
        new Standing(
            cell.kind(),
            cell.actor(),
            alone ? null : cell.subject(),
            true,
            new Standing.Target(own, false, false, false, new Standing.Voting(2, false, false)),
            null,
            2,
            5,
            restraints);
    try {
      return RoomRules.decide(requireNonNull(CHANGES.get(cell.permission())), standing).name();
    } catch (RefusedException e) {
      return e.refusal().code().name();
    }
  }

  @Test
  void thereIsAlwaysAnOwner() {
    Change demotion = new Change.Regulate(SOMEBODY, Role.MEMBER, null);

    Refusal refusal = refusal(demotion, standing(Role.OWNER, Role.OWNER, 1, Restraints.NONE));
    assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
    assertThat(refusal.field()).isEqualTo("role");
    assertThat(RoomRules.decide(demotion, standing(Role.OWNER, Role.OWNER, 2, Restraints.NONE)))
        .isEqualTo(RoomRules.Verdict.APPEND);
  }

  @Test
  void whoIsMutedIsToldUntilWhen() {
    Restraints muted = writing(new Mutes(LATER, Instant.EPOCH), Duration.ZERO, null);
    Restraints over = writing(new Mutes(NOON, Instant.EPOCH), Duration.ZERO, null);

    Refusal refusal = refusal(new Change.Post("hi"), standing(Role.MEMBER, null, 1, muted));
    assertThat(refusal.code()).isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(refusal.message())
        .isEqualTo("You are muted in this room until 2026-11-22T12:01:30Z");
    assertThat(RoomRules.decide(new Change.Post("hi"), standing(Role.MEMBER, null, 1, over)))
        .isEqualTo(RoomRules.Verdict.APPEND);
  }

  @ParameterizedTest
  @EnumSource(RoomPermission.class)
  void aMuteTakesWhatTheTableSays(RoomPermission permission) {
    Standing muted =
        standing(
            Role.OWNER, null, 1, writing(new Mutes(LATER, Instant.EPOCH), Duration.ZERO, null));
    boolean isRefused = permission.beyond() == Beyond.VOICE;

    assertThat(catchThrowable(() -> RoomRules.require(permission, muted)) != null)
        .isEqualTo(isRefused || permission.in(RoomKind.PUBLIC) == Who.NOBODY);
  }

  @Test
  void aMuteKeepsNobodyFromWritingForATimeToCome() {
    Standing muted =
        standing(
            Role.MEMBER, null, 1, writing(new Mutes(LATER, Instant.EPOCH), Duration.ZERO, null));

    RoomRules.plan(new Change.Post("hi"), muted);
  }

  @Test
  void slowModeSlowsMembersOnly() {
    Restraints soon = writing(Mutes.NONE, Duration.ofSeconds(10), NOON.minusMillis(9_999));
    Restraints then = writing(Mutes.NONE, Duration.ofSeconds(10), NOON.minusMillis(10_000));
    Change post = new Change.Post("hi");

    Refusal refusal = refusal(post, standing(Role.MEMBER, null, 1, soon));
    assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(refusal.retryAfterMs()).isEqualTo(1);
    assertThat(RoomRules.decide(post, standing(Role.MEMBER, null, 1, then)))
        .isEqualTo(RoomRules.Verdict.APPEND);
    assertThat(RoomRules.decide(post, standing(Role.MODERATOR, null, 1, soon)))
        .isEqualTo(RoomRules.Verdict.APPEND);
    assertThat(RoomRules.decide(post, standing(Role.OWNER, null, 1, soon)))
        .isEqualTo(RoomRules.Verdict.APPEND);
  }

  @Test
  void whoIsBannedComesInByNoDoor() {
    Restraints banned = new Restraints(NOON, false, true, Mutes.NONE, Duration.ZERO, null);

    for (Change change : List.of(new Change.Join(), new Change.Enter("code"))) {
      assertThat(refusal(change, standing(null, null, 1, banned)).message())
          .startsWith("You were banned");
    }
    assertThat(refusal(new Change.Add(SOMEBODY), standing(Role.OWNER, null, 1, banned)).message())
        .isEqualTo("This user was banned from the room: lift the ban first");
  }

  private static Restraints writing(Mutes mutes, Duration slowMode, @Nullable Instant lastPost) {
    return new Restraints(NOON, false, false, mutes, slowMode, lastPost);
  }

  private static Standing standing(
      @Nullable Role actor, @Nullable Role subject, long owners, Restraints restraints) {
    return new Standing(RoomKind.PUBLIC, actor, subject, true, null, null, owners, 5, restraints);
  }

  private static Refusal refusal(Change change, Standing standing) {
    try {
      throw new AssertionError("Was not refused: " + RoomRules.decide(change, standing));
    } catch (RefusedException e) {
      return e.refusal();
    }
  }
}
