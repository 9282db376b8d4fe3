package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.log.Change;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.NotifyLevel;
import im.parley.protocol.view.RoomSummary;
import org.junit.jupiter.api.Test;

/** What {@link im.parley.core.notify.NotifyLevels} promises. */
public abstract class NotifyLevelsContract extends StoreContract {

  @Test
  void theLevelIsOfOneMemberInOneRoom() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    RoomId other = publicRoom(ada, "Looms");
    append(room, bob, new Change.Join());

    store.ports().notifyLevels().set(room, ada, NotifyLevel.MENTIONS);

    assertLevel(room, ada, NotifyLevel.MENTIONS);
    assertLevel(other, ada, NotifyLevel.ALL);
    assertLevel(room, bob, NotifyLevel.ALL);
    store.ports().notifyLevels().set(room, ada, NotifyLevel.NONE);
    assertLevel(room, ada, NotifyLevel.NONE);
  }

  @Test
  void whoComesBackBeginsAnew() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
    store.ports().notifyLevels().set(room, bob, NotifyLevel.NONE);

    append(room, bob, new Change.Leave());
    append(room, bob, new Change.Join());

    assertLevel(room, bob, NotifyLevel.ALL);
  }

  @Test
  void onlyMembersHaveALevel() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId open = publicRoom(ada, "Open");
    RoomId closed = privateRoom(ada, "Closed");

    assertRefused(
        () -> store.ports().notifyLevels().set(open, bob, NotifyLevel.NONE), ErrorCode.FORBIDDEN);
    assertRefused(
        () -> store.ports().notifyLevels().set(closed, bob, NotifyLevel.NONE),
        ErrorCode.NOT_FOUND,
        "room");
  }

  private void assertLevel(RoomId room, UserId user, NotifyLevel level) {
    assertThat(store.ports().rooms().find(room, user))
        .map(RoomSummary::notifyLevel)
        .hasValue(level);
  }
}
