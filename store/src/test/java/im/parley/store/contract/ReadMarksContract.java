package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.log.Change;
import im.parley.core.log.Page;
import im.parley.core.read.ReadMarks.Marked;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.ReadPosition;
import im.parley.protocol.view.Receipt;
import im.parley.protocol.view.RoomSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link im.parley.core.read.ReadMarks} promises. */
public abstract class ReadMarksContract extends StoreContract {

  @Test
  void whoComesInHasReadEverything() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    post(room, ada, "one");
    post(room, ada, "two");
    append(room, bob, new Change.Join());

    assertUnread(room, bob, 0);
    post(room, ada, "three");
    assertUnread(room, bob, 1);
  }

  @Test
  void aMarkMovesForwardAndNeverBackNorPastTheEnd() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
    for (int i = 0; i < 5; i++) {
      post(room, ada, "message " + i);
    }

    // The room: 1 ada joined, 2 bob joined, 3 to 7 messages.
    assertThat(mark(room, bob, 4)).isEqualTo(marked(4, 3, true));
    assertThat(mark(room, bob, 4)).isEqualTo(marked(4, 3, false));
    assertThat(mark(room, bob, 0)).isEqualTo(marked(4, 3, false));
    assertThat(mark(room, bob, Long.MAX_VALUE)).isEqualTo(marked(7, 0, true));
    assertThat(mark(room, bob, 4)).isEqualTo(marked(7, 0, false));
    assertUnread(room, bob, 0);
    post(room, ada, "one more");
    assertThat(mark(room, bob, 7)).isEqualTo(marked(7, 1, false));
    assertUnread(room, bob, 1);
  }

  @Test
  void onlyMessagesAreUnread() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");
    post(room, ada, "one");
    append(room, register("bob"), new Change.Join());
    append(room, ada, new Change.Describe("Motors", null, null));

    assertUnread(room, ada, 0);
    // The room: 1 ada joined, 2 one, 3 bob joined, 4 the name.
    assertThat(mark(room, ada, 3)).isEqualTo(marked(3, 0, true));
  }

  @Test
  void whoSpeaksHasReadUpToThere() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
    post(room, ada, "one");
    post(room, ada, "two");
    post(room, bob, "three");

    assertUnread(room, bob, 0);
    assertUnread(room, ada, 1);
    assertThat(mark(room, bob, 1)).isEqualTo(marked(5, 0, false));
  }

  @Test
  void whatWasReadHasBeenDelivered() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
    for (int i = 0; i < 5; i++) {
      post(room, ada, "message " + i);
    }

    // The room: 1 ada joined, 2 bob joined, 3 to 7 messages.
    ReadPosition nothingRead = new ReadPosition(2, 5, 0, 0);
    assertThat(deliver(room, bob, 4)).isEqualTo(new Marked(nothingRead, 4, true, 2));
    assertThat(deliver(room, bob, 4)).isEqualTo(new Marked(nothingRead, 4, false, 2));
    assertThat(deliver(room, bob, 3)).isEqualTo(new Marked(nothingRead, 4, false, 2));
    assertThat(mark(room, bob, 3).delivered()).isEqualTo(4);
    assertThat(mark(room, bob, 6)).isEqualTo(marked(6, 1, true));
    assertThat(deliver(room, bob, 6)).isEqualTo(marked(6, 1, false));
    assertThat(deliver(room, bob, Long.MAX_VALUE))
        .isEqualTo(new Marked(new ReadPosition(6, 1, 0, 4), 7, true, 2));
  }

  @Test
  void receiptsComeInPagesByUser() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");
    List<UserId> members = new ArrayList<>(List.of(ada));
    for (String name : List.of("bob", "eve", "grace")) {
      UserId member = register(name);
      append(room, member, new Change.Join());
      members.add(member);
    }
    members.sort(Comparator.comparing(UserId::value));
    post(room, ada, "one");
    deliver(room, members.getFirst(), 5);

    Page<Receipt> first = store.ports().readMarks().receipts(room, 0, null, 3);
    Page<Receipt> rest = store.ports().readMarks().receipts(room, 0, members.get(2), 3);
    assertThat(first.items()).extracting(Receipt::user).isEqualTo(members.subList(0, 3));
    assertThat(first.more()).isTrue();
    assertThat(rest.items()).extracting(Receipt::user).isEqualTo(members.subList(3, 4));
    assertThat(rest.more()).isFalse();
  }

  @Test
  void receiptsTellWhomASeqHasReached() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    UserId eve = register("eve");
    RoomId room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
    append(room, eve, new Change.Join());
    post(room, ada, "one");
    deliver(room, bob, 4);

    assertThat(receipts(room, 4))
        .containsExactlyInAnyOrder(new Receipt(ada, 4, 4), new Receipt(bob, 2, 4));
    assertThat(receipts(room, 3)).contains(new Receipt(eve, 3, 3)).hasSize(3);
    assertThat(receipts(room, 5)).isEmpty();
    assertThat(receipts(RoomId.random(), 0)).isEmpty();
  }

  @Test
  void whoComesBackBeginsAnew() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
    post(room, ada, "one");
    append(room, bob, new Change.Leave());
    post(room, ada, "two");
    append(room, bob, new Change.Join());

    assertUnread(room, bob, 0);
    assertThat(mark(room, bob, 2)).isEqualTo(new Marked(new ReadPosition(6, 0, 0, 2), 6, false, 2));
  }

  @Test
  void onlyMembersHaveMarks() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId open = publicRoom(ada, "Open");
    RoomId closed = privateRoom(ada, "Closed");

    assertRefused(() -> mark(open, bob, 1), ErrorCode.FORBIDDEN);
    assertRefused(() -> mark(closed, bob, 1), ErrorCode.NOT_FOUND, "room");
    assertRefused(() -> mark(RoomId.random(), bob, 1), ErrorCode.NOT_FOUND, "room");
    assertRefused(() -> deliver(open, bob, 1), ErrorCode.FORBIDDEN);
    assertRefused(() -> deliver(closed, bob, 1), ErrorCode.NOT_FOUND, "room");
  }

  private Marked deliver(RoomId room, UserId user, long seq) {
    return store.ports().readMarks().markDelivered(room, user, seq);
  }

  private Marked mark(RoomId room, UserId user, long seq) {
    return store.ports().readMarks().mark(room, user, seq);
  }

  private static Marked marked(long read, long unread, boolean moved) {
    // Two joined before the first message.
    return new Marked(new ReadPosition(read, unread, 0, Math.max(0, read - 2)), read, moved, 2);
  }

  private List<Receipt> receipts(RoomId room, long target) {
    return store.ports().readMarks().receipts(room, target, null, 200).items();
  }

  private void assertUnread(RoomId room, UserId user, long unread) {
    assertThat(store.ports().rooms().find(room, user)).map(RoomSummary::unread).hasValue(unread);
  }
}
