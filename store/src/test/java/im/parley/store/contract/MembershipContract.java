package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.log.Change;
import im.parley.core.log.Outcome;
import im.parley.core.log.RoomCreated;
import im.parley.core.room.Rooms;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomSummary;
import org.junit.jupiter.api.Test;

/** What {@link im.parley.core.log.RoomLog} promises of people who come and go. */
public abstract class MembershipContract extends StoreContract {

  @Test
  void peopleComeAndGo() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    UserId eve = register("eve");
    RoomId room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
    append(room, bob, new Change.Add(eve));
    append(room, ada, new Change.Remove(eve));
    append(room, bob, new Change.Leave());

    assertThat(facts(room))
        .containsExactly(
            new Fact.MemberJoined(ada, Role.OWNER),
            new Fact.MemberJoined(bob, Role.MEMBER),
            new Fact.MemberJoined(eve, Role.MEMBER),
            new Fact.MemberLeft(eve, LeaveReason.REMOVED),
            new Fact.MemberLeft(bob, LeaveReason.LEFT));
    assertThat(log(room)).extracting(DurableEvent::by).containsExactly(ada, bob, bob, ada, bob);
    assertThat(store.ports().rooms().isMember(room, ada)).isTrue();
    assertThat(store.ports().rooms().isMember(room, bob)).isFalse();
    assertThat(store.ports().rooms().isMember(room, eve)).isFalse();
    assertRefused(() -> post(room, bob, "one more thing"), ErrorCode.FORBIDDEN);
  }

  @Test
  void theLastOwnerWhoLeavesHandsOnToWhoHasBeenThereLongest() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    UserId eve = register("eve");
    RoomId room = publicRoom(ada, "Engines");
    append(room, eve, new Change.Join());
    append(room, bob, new Change.Join());
    append(room, ada, new Change.Leave());

    assertThat(facts(room).subList(3, 5))
        .containsExactly(
            new Fact.MemberLeft(ada, LeaveReason.LEFT),
            new Fact.MemberChanged(eve, Role.OWNER, null));
    assertThat(store.ports().rooms().find(room, eve)).map(RoomSummary::role).hasValue(Role.OWNER);
    assertThat(append(room, eve, new Change.Remove(bob))).isInstanceOf(Outcome.Appended.class);

    append(room, eve, new Change.Leave());
    assertThat(store.ports().rooms().find(room, ada)).map(RoomSummary::members).hasValue(0L);
    assertThat(log(room)).hasSize(7);
  }

  @Test
  void whoeverEntersAnEmptyRoomOwnsIt() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    append(room, ada, new Change.Leave());
    append(room, bob, new Change.Join());

    assertThat(store.ports().rooms().find(room, bob)).map(RoomSummary::role).hasValue(Role.OWNER);
  }

  @Test
  void whoComesBackIsAnOrdinaryMember() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
    append(room, ada, new Change.Leave());
    append(room, ada, new Change.Join());

    assertThat(store.ports().rooms().find(room, ada)).map(RoomSummary::role).hasValue(Role.MEMBER);
    append(room, bob, new Change.Leave());
    assertThat(store.ports().rooms().find(room, ada)).map(RoomSummary::role).hasValue(Role.OWNER);
  }

  @Test
  void theSamePeopleHaveTheSameDirectRoom() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    UserId eve = register("eve");
    RoomCreated first = direct(ada, bob);

    assertThat(first.existed()).isFalse();
    assertThat(direct(bob, ada)).isEqualTo(new RoomCreated(first.room(), true));
    assertThat(direct(ada, ada, bob)).isEqualTo(new RoomCreated(first.room(), true));
    assertThat(direct(ada, bob, eve).room()).isNotEqualTo(first.room());
    assertThat(facts(first.room()))
        .containsExactly(
            new Fact.MemberJoined(ada, Role.MEMBER), new Fact.MemberJoined(bob, Role.MEMBER));
    assertRefused(() -> append(first.room(), bob, new Change.Leave()), ErrorCode.FORBIDDEN);
    assertRefused(() -> direct(ada, UserId.random()), ErrorCode.NOT_FOUND, "users");
  }

  @Test
  void nobodyIsInMoreRoomsThanOneMayBeIn() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId open = publicRoom(bob, "Open");
    for (int i = 1; i < Rooms.MAX_ROOMS_PER_USER; i++) {
      publicRoom(ada, "Room " + i);
    }

    assertThat(store.ports().rooms().mine(ada, null, 2 * Rooms.MAX_ROOMS_PER_USER).items())
        .hasSize(Rooms.MAX_ROOMS_PER_USER);
    assertRefused(() -> publicRoom(ada, "Too many"), ErrorCode.CONFLICT);
    assertRefused(() -> append(open, ada, new Change.Join()), ErrorCode.CONFLICT);
    assertRefused(() -> append(open, bob, new Change.Add(ada)), ErrorCode.CONFLICT, "user");
    assertRefused(() -> direct(bob, ada), ErrorCode.CONFLICT, "users");
    assertThat(log(open)).hasSize(1);
  }
}
