package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.invite.Invites;
import im.parley.core.log.Change;
import im.parley.core.log.Outcome;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Invite;
import im.parley.protocol.view.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Invites} promises, and the change that uses a code. */
public abstract class InvitesContract extends StoreContract {

  @Test
  void aCodeLetsInOnceForEachUse() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    UserId eve = register("eve");
    RoomId room = privateRoom(ada, "Secrets");
    store.ports().invites().create(room, invite("c1", ada, 1));
    assertThat(store.ports().invites().roomOf("c1")).isEqualTo(room);
    assertThat(store.ports().invites().live(room)).containsExactly(invite("c1", ada, 1));

    append(room, bob, new Change.Enter("c1"));
    assertThat(append(room, bob, new Change.Enter("c1"))).isInstanceOf(Outcome.Unchanged.class);

    assertThat(log(room))
        .last()
        .satisfies(event -> {
          assertThat(event.by()).isEqualTo(bob);
          assertThat(event.data()).isEqualTo(new Fact.MemberJoined(bob, Role.MEMBER));
        });
    assertRefused(() -> append(room, eve, new Change.Enter("c1")), ErrorCode.GONE, "code");
    assertThat(store.ports().invites().live(room)).isEmpty();
  }

  @Test
  void whoIsInAlreadyUsesNothing() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = privateRoom(ada, "Secrets");
    store.ports().invites().create(room, invite("c1", ada, 1));
    append(room, ada, new Change.Enter("c1"));

    assertThat(append(room, bob, new Change.Enter("c1"))).isInstanceOf(Outcome.Appended.class);
  }

  @Test
  void aCodeExpiresAndIsTakenBack() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = privateRoom(ada, "Secrets");
    store.ports().invites().create(room, invite("c1", ada, null));
    passMillis(1);
    store.ports().invites().create(room, invite("c2", ada, null));
    assertThat(store.ports().invites().live(room))
        .extracting(Invite::code)
        .containsExactly("c2", "c1");

    store.ports().invites().revoke(room, "c1", ada);
    store.ports().invites().revoke(room, "c1", ada);
    assertRefused(() -> append(room, bob, new Change.Enter("c1")), ErrorCode.GONE, "code");
    passMillis(59_999);
    assertRefused(() -> append(room, bob, new Change.Enter("c2")), ErrorCode.GONE, "code");
    assertThat(store.ports().invites().live(room)).isEmpty();
  }

  @Test
  void aCodeIsForItsRoomOnly() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = privateRoom(ada, "Secrets");
    RoomId other = privateRoom(ada, "Others");
    store.ports().invites().create(room, invite("c1", ada, null));

    assertRefused(() -> append(other, bob, new Change.Enter("c1")), ErrorCode.GONE, "code");
    assertRefused(
        () -> store.ports().invites().revoke(other, "c1", ada), ErrorCode.NOT_FOUND, "code");
    assertRefused(() -> store.ports().invites().roomOf("c2"), ErrorCode.NOT_FOUND, "code");
  }

  @Test
  void whoIsBannedIsNotLetIn() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = privateRoom(ada, "Secrets");
    store.ports().invites().create(room, invite("c1", ada, 1));
    append(room, ada, new Change.Ban(bob));

    assertRefused(() -> append(room, bob, new Change.Enter("c1")), ErrorCode.FORBIDDEN);
    assertThat(store.ports().invites().live(room)).containsExactly(invite("c1", ada, 1));
  }

  @Test
  void membersInviteIntoPublicRoomsOnlyAndTakeBackTheirOwn() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    UserId eve = register("eve");
    RoomId open = publicRoom(ada, "Open");
    RoomId secret = privateRoom(ada, "Secrets");
    append(open, bob, new Change.Join());
    append(open, eve, new Change.Join());
    append(secret, ada, new Change.Add(bob));
    store.ports().invites().create(open, invite("c1", bob, null));

    assertRefused(
        () -> store.ports().invites().create(secret, invite("c2", bob, null)), ErrorCode.FORBIDDEN);
    assertRefused(
        () -> store.ports().invites().create(secret, invite("c2", eve, null)), ErrorCode.NOT_FOUND);
    assertRefused(() -> store.ports().invites().revoke(open, "c1", eve), ErrorCode.FORBIDDEN);
    store.ports().invites().revoke(open, "c1", bob);
    assertThat(store.ports().invites().live(open)).isEmpty();
  }

  @Test
  void aRoomHasNotTooManyCodes() {
    UserId ada = register("ada");
    RoomId room = privateRoom(ada, "Secrets");
    for (int i = 0; i < Invites.MAX_LIVE_PER_ROOM; i++) {
      store.ports().invites().create(room, invite("c" + i, ada, null));
    }

    assertRefused(
        () -> store.ports().invites().create(room, invite("more", ada, null)),
        ErrorCode.CONFLICT,
        "room");
    store.ports().invites().revoke(room, "c0", ada);
    store.ports().invites().create(room, invite("more", ada, null));
    assertThat(store.ports().invites().live(room)).hasSize(Invites.MAX_LIVE_PER_ROOM);
  }

  @Test
  void codesThatWorkNoMoreAreForgottenInTheEnd() {
    UserId ada = register("ada");
    RoomId room = privateRoom(ada, "Secrets");
    for (int i = 0; i <= 200; i++) {
      store.ports().invites().create(room, invite("c" + i, ada, null));
      store.ports().invites().revoke(room, "c" + i, ada);
      passMillis(1);
    }

    assertRefused(() -> store.ports().invites().roomOf("c0"), ErrorCode.NOT_FOUND, "code");
    assertThat(store.ports().invites().roomOf("c1")).isEqualTo(room);
  }

  @Test
  void nobodyIsInvitedIntoADirectConversation() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = direct(ada, bob).room();

    assertThat(List.of(ada, bob))
        .allSatisfy(user ->
            assertRefused(
                () -> store.ports().invites().create(room, invite("c1", user, null)),
                ErrorCode.FORBIDDEN));
  }

  private static Invite invite(String code, UserId by, @Nullable Integer uses) {
    return new Invite(code, by, uses, START.plusSeconds(60));
  }
}
