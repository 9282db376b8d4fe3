package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.log.Change;
import im.parley.core.outbound.WebhookSecret;
import im.parley.core.outgoing.OutgoingHooks;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Outgoing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link OutgoingHooks} promises. */
public abstract class OutgoingContract extends StoreContract {

  private static final WebhookSecret SECRET = new WebhookSecret("whsec_c2VjcmV0");

  @Test
  void isKeptWithItsPlace() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Open");
    long head = post(room, ada, "before").seq();
    Outgoing made = store.ports().outgoing().create(wanted(room, ada), SECRET);

    assertThat(made.seq()).isEqualTo(head);
    assertThat(store.ports().outgoing().of(room)).containsExactly(made);
    assertThat(store.ports().outgoing().active())
        .containsExactly(new OutgoingHooks.Active(made, SECRET));
    assertThat(store.ports().outgoing().advance(made.id(), head + 7)).isTrue();
    assertThat(store.ports().outgoing().of(room))
        .singleElement()
        .satisfies(hook -> assertThat(hook.seq()).isEqualTo(head + 7));
  }

  @Test
  void aDisabledOneIsShownAndNotActive() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Open");
    Outgoing made = store.ports().outgoing().create(wanted(room, ada), SECRET);
    store.ports().outgoing().disable(made.id(), "8 tries: answered 500");

    assertThat(store.ports().outgoing().active()).isEmpty();
    assertThat(store.ports().outgoing().of(room))
        .singleElement()
        .satisfies(hook -> assertThat(hook.disabled()).isEqualTo("8 tries: answered 500"));
  }

  @Test
  void aDeletedOneIsGone() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Open");
    Outgoing made = store.ports().outgoing().create(wanted(room, ada), SECRET);
    store.ports().outgoing().delete(room, made.id(), ada);

    assertThat(store.ports().outgoing().of(room)).isEmpty();
    assertThat(store.ports().outgoing().advance(made.id(), 9)).isFalse();
    assertRefused(
        () -> store.ports().outgoing().delete(room, made.id(), ada),
        ErrorCode.NOT_FOUND,
        "outgoing");
    assertThat(store.ports().outgoing().create(wanted(room, ada), SECRET).id())
        .isGreaterThan(made.id());
  }

  @Test
  void onlyModeratorsMakeAndDeleteThemAndNotTooMany() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Open");
    RoomId other = privateRoom(ada, "Other");
    append(room, bob, new Change.Join());
    Outgoing made = store.ports().outgoing().create(wanted(room, ada), SECRET);

    assertRefused(
        () -> store.ports().outgoing().create(wanted(room, bob), SECRET), ErrorCode.FORBIDDEN);
    assertRefused(() -> store.ports().outgoing().delete(room, made.id(), bob), ErrorCode.FORBIDDEN);
    assertRefused(
        () -> store.ports().outgoing().create(wanted(other, bob), SECRET),
        ErrorCode.NOT_FOUND,
        "room");
    assertRefused(
        () -> store.ports().outgoing().delete(other, made.id(), ada),
        ErrorCode.NOT_FOUND,
        "outgoing");
    for (int i = 1; i < OutgoingHooks.MAX_PER_ROOM; i++) {
      store.ports().outgoing().create(wanted(room, ada), SECRET);
    }
    assertRefused(
        () -> store.ports().outgoing().create(wanted(room, ada), SECRET),
        ErrorCode.CONFLICT,
        "room");
  }

  private static Outgoing wanted(RoomId room, UserId by) {
    return new Outgoing(
        0,
        room,
        "https://mill.example.org/",
        List.of("message.posted", "member.joined"),
        List.of("weave", "two words"),
        true,
        by,
        START,
        0,
        null);
  }
}
