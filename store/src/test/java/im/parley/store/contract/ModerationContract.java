package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.log.Change;
import im.parley.core.log.Outcome;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.event.Fact;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Ban;
import im.parley.protocol.view.Member;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomSummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the store promises of roles, mutes, bans, slow mode and the archive. */
public abstract class ModerationContract extends StoreContract {

  @Test
  void aRoleChangesOnceAndAlwaysLeavesAnOwner() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
    assertRefused(() -> append(room, ada, role(ada, Role.MEMBER)), ErrorCode.CONFLICT, "role");

    append(room, ada, "k1", role(bob, Role.OWNER));
    assertThat(append(room, ada, "k1", role(bob, Role.OWNER))).isInstanceOf(Outcome.Repeated.class);
    assertThat(append(room, ada, role(bob, Role.OWNER))).isInstanceOf(Outcome.Unchanged.class);
    append(room, bob, role(ada, Role.MEMBER));

    assertThat(store.ports().rooms().find(room, ada)).map(RoomSummary::role).hasValue(Role.MEMBER);
    assertThat(store.ports().rooms().find(room, bob)).map(RoomSummary::role).hasValue(Role.OWNER);
    assertRefused(() -> append(room, bob, role(bob, Role.MEMBER)), ErrorCode.CONFLICT, "role");
    assertThat(facts(room).subList(2, 4))
        .containsExactly(
            new Fact.MemberChanged(bob, Role.OWNER, null),
            new Fact.MemberChanged(ada, Role.MEMBER, null));
  }

  @Test
  void aMuteLastsWhetherOneStaysOrNot() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
    Instant until = START.plusSeconds(60);
    append(room, ada, new Change.Regulate(bob, null, until));

    assertThat(mutedUntil(room, bob)).isEqualTo(until);
    assertThat(mutedUntil(room, ada)).isNull();
    assertThat(summary(room, bob).mutedUntil()).isEqualTo(until);
    assertThat(summary(room, ada).mutedUntil()).isNull();
    assertThat(refusal(() -> post(room, bob, "hi")).message()).contains(until.toString());
    append(room, bob, new Change.Leave());
    append(room, bob, new Change.Join());
    assertRefused(() -> post(room, bob, "hi"), ErrorCode.FORBIDDEN);
    assertThat(mutedUntil(room, bob)).isEqualTo(until);
    passMillis(60_000);
    post(room, bob, "hi");
    assertThat(mutedUntil(room, bob)).isNull();
  }

  @Test
  void aMuteIsLiftedByATimeThatHasPassed() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
    append(room, ada, new Change.Regulate(bob, null, START.plusSeconds(60)));
    append(room, ada, new Change.Regulate(bob, null, Instant.EPOCH));

    post(room, bob, "hi");
  }

  @Test
  void whoIsBannedComesBackOnlyWhenTheBanIsLifted() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
    append(room, ada, new Change.Ban(bob));

    assertThat(facts(room)).last().isEqualTo(new Fact.MemberLeft(bob, LeaveReason.BANNED));
    assertThat(append(room, ada, new Change.Ban(bob))).isInstanceOf(Outcome.Unchanged.class);
    assertRefused(() -> append(room, bob, new Change.Join()), ErrorCode.FORBIDDEN);
    assertRefused(() -> append(room, ada, new Change.Add(bob)), ErrorCode.FORBIDDEN);
    assertThat(bans(room))
        .singleElement()
        .satisfies(ban -> {
          assertThat(ban.user().id()).isEqualTo(bob);
          assertThat(ban.by()).isEqualTo(ada);
          assertThat(ban.at()).isEqualTo(START);
        });
    append(room, ada, new Change.Unban(bob));
    append(room, bob, new Change.Join());
    assertThat(bans(room)).isEmpty();
  }

  @Test
  void whoIsNotInTheRoomIsBannedWithoutAWordInItsLog() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    append(room, ada, new Change.Ban(bob));

    assertThat(log(room)).hasSize(1);
    assertRefused(() -> append(room, bob, new Change.Join()), ErrorCode.FORBIDDEN);
    assertRefused(
        () -> append(room, ada, new Change.Ban(UserId.random())), ErrorCode.NOT_FOUND, "user");
  }

  @Test
  void slowModeCountsFromTheLastMessageWhetherOneStaysOrNot() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
    append(room, ada, new Change.Describe(null, null, null, 10, null));
    assertThat(store.ports().rooms().find(room, bob))
        .map(RoomSummary::slowModeSeconds)
        .hasValue(10);
    assertThat(facts(room)).last().isEqualTo(new Fact.RoomUpdated(null, null, null, 10, null));

    post(room, bob, "one");
    append(room, bob, new Change.Leave());
    append(room, bob, new Change.Join());
    passMillis(9_000);
    Refusal refusal = refusal(() -> post(room, bob, "two"));
    assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(refusal.retryAfterMs()).isEqualTo(1_000);
    post(room, ada, "an owner");
    post(room, ada, "need not wait");
    passMillis(1_000);
    post(room, bob, "two");
    append(room, ada, new Change.Describe(null, null, null, 0, null));
    post(room, bob, "three");
    assertThat(store.ports().rooms().find(room, bob).orElseThrow().slowModeSeconds()).isNull();
  }

  @Test
  void anArchivedRoomIsReadAndLeft() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
    assertRefused(() -> append(room, bob, new Change.Archive()), ErrorCode.FORBIDDEN);
    append(room, ada, "k1", new Change.Archive());
    assertThat(append(room, ada, "k1", new Change.Archive())).isInstanceOf(Outcome.Repeated.class);

    assertThat(append(room, ada, new Change.Archive())).isInstanceOf(Outcome.Unchanged.class);
    assertThat(facts(room)).last().isEqualTo(new Fact.RoomArchived());
    assertThat(store.ports().rooms().find(room, bob)).map(RoomSummary::archived).hasValue(true);
    assertThat(store.ports().rooms().browse(bob, "engines", null, 10).items()).isEmpty();
    assertRefused(() -> post(room, ada, "hi"), ErrorCode.FORBIDDEN);
    append(room, bob, new Change.Leave());
    assertRefused(() -> append(room, bob, new Change.Join()), ErrorCode.FORBIDDEN);
  }

  @Test
  void nobodyNewComesIntoAnArchivedRoomThatWelcomedNewcomers() {
    UserId ada = register("ada");
    RoomId general = general(ada);
    append(general, ada, new Change.Archive());
    UserId bob = register("bob");

    assertThat(store.ports().rooms().isMember(general, bob)).isFalse();
  }

  private static Change role(UserId user, Role role) {
    return new Change.Regulate(user, role, null);
  }

  private @Nullable Instant mutedUntil(RoomId room, UserId user) {
    return store.ports().rooms().members(room, null, 10).items().stream()
        .filter(member -> member.user().id().equals(user))
        .findFirst()
        .map(Member::mutedUntil)
        .orElse(null);
  }

  private RoomSummary summary(RoomId room, UserId viewer) {
    return store.ports().rooms().find(room, viewer).orElseThrow();
  }

  private List<Ban> bans(RoomId room) {
    return store.ports().rooms().bans(room, null, 10).items();
  }
}
