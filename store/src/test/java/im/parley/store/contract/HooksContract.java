package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.hook.Hooks;
import im.parley.core.log.Change;
import im.parley.core.session.TokenHash;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.event.Fact;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Hook;
import im.parley.protocol.view.Role;
import org.junit.jupiter.api.Test;

/** What {@link Hooks} promises. */
public abstract class HooksContract extends StoreContract {

  @Test
  void aHookIsKnownByItsSecretAndItsBotWrites() {
    UserId ada = register("ada");
    RoomId room = privateRoom(ada, "Secrets");
    Hook hook = hook(room, ada);
    store.ports().hooks().create(hook, "hook-1", TokenHash.of("s1"));

    assertThat(store.ports().hooks().bySecret(TokenHash.of("s1"))).contains(hook);
    assertThat(store.ports().hooks().bySecret(TokenHash.of("s2"))).isEmpty();
    assertThat(store.ports().hooks().of(room)).containsExactly(hook);
    assertThat(log(room))
        .last()
        .satisfies(event -> {
          assertThat(event.by()).isEqualTo(ada);
          assertThat(event.data()).isEqualTo(new Fact.MemberJoined(hook.id(), Role.MEMBER));
        });
    assertThat(store.ports().accounts().find(hook.id()))
        .hasValueSatisfying(user -> {
          assertThat(user.bot()).isTrue();
          assertThat(user.displayName()).isEqualTo("The mill");
        });
    post(room, hook.id(), "Done");
  }

  @Test
  void aDeletedHookIsForgottenAndItsBotLeaves() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Open");
    Hook hook = hook(room, ada);
    store.ports().hooks().create(hook, "hook-1", TokenHash.of("s1"));
    store.ports().hooks().delete(room, hook.id(), ada);

    assertThat(store.ports().hooks().bySecret(TokenHash.of("s1"))).isEmpty();
    assertThat(facts(room)).last().isEqualTo(new Fact.MemberLeft(hook.id(), LeaveReason.REMOVED));
    assertRefused(
        () -> store.ports().hooks().delete(room, hook.id(), ada), ErrorCode.NOT_FOUND, "hook");
  }

  @Test
  void aBotThatWasTakenOutIsNoObstacle() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Open");
    Hook hook = hook(room, ada);
    store.ports().hooks().create(hook, "hook-1", TokenHash.of("s1"));
    append(room, ada, new Change.Remove(hook.id()));
    int before = log(room).size();
    store.ports().hooks().delete(room, hook.id(), ada);

    assertThat(log(room)).hasSize(before);
    assertThat(store.ports().hooks().of(room)).isEmpty();
  }

  @Test
  void onlyModeratorsMakeAndDeleteThem() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Open");
    RoomId other = privateRoom(ada, "Other");
    append(room, bob, new Change.Join());
    Hook hook = hook(room, ada);
    store.ports().hooks().create(hook, "hook-1", TokenHash.of("s1"));

    assertRefused(
        () -> store.ports().hooks().create(hook(room, bob), "hook-2", TokenHash.of("s2")),
        ErrorCode.FORBIDDEN);
    assertRefused(() -> store.ports().hooks().delete(room, hook.id(), bob), ErrorCode.FORBIDDEN);
    assertRefused(
        () -> store.ports().hooks().create(hook(other, bob), "hook-2", TokenHash.of("s2")),
        ErrorCode.NOT_FOUND,
        "room");
    assertRefused(
        () -> store.ports().hooks().delete(other, hook.id(), ada), ErrorCode.NOT_FOUND, "hook");
  }

  @Test
  void aRoomHasNotTooManyAndADirectConversationNone() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Open");
    for (int i = 0; i < Hooks.MAX_PER_ROOM; i++) {
      store.ports().hooks().create(hook(room, ada), "hook-" + i, TokenHash.of("s" + i));
    }
    RoomId direct = direct(ada, register("bob")).room();

    assertRefused(
        () -> store.ports().hooks().create(hook(room, ada), "more", TokenHash.of("more")),
        ErrorCode.CONFLICT,
        "room");
    assertRefused(
        () -> store.ports().hooks().create(hook(direct, ada), "more", TokenHash.of("more")),
        ErrorCode.FORBIDDEN);
  }

  private static Hook hook(RoomId room, UserId by) {
    return new Hook(UserId.random(), room, "The mill", by, START);
  }
}
