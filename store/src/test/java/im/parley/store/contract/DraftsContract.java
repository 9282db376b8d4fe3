package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.draft.Drafts;
import im.parley.core.log.Change;
import im.parley.core.log.Page;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Draft;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Drafts} promises. */
public abstract class DraftsContract extends StoreContract {

  private UserId ada;
  private RoomId room;

  @BeforeEach
  void meet() {
    ada = register("ada");
    room = privateRoom(ada, "Engines");
  }

  @Test
  void aPlaceHasOneDraftAndAnEmptyTextTakesItAway() {
    Draft first = new Draft(room, null, "The eng", 3L, START);
    Draft thread = new Draft(room, 7L, "Indeed", null, START);
    Draft second = new Draft(room, null, "The engine", null, START.plusMillis(5));
    store.ports().drafts().set(ada, first);
    assertThat(drafts(ada)).containsExactly(first);

    store.ports().drafts().set(ada, thread);
    store.ports().drafts().set(ada, second);
    assertThat(drafts(ada)).containsExactly(second, thread);
    assertThat(drafts(register("bob"))).isEmpty();

    store.ports().drafts().set(ada, new Draft(room, 7L, "", null, START));
    assertThat(drafts(ada)).containsExactly(second);
  }

  @Test
  void theyAreListedByRoomThenThread() {
    RoomId other = privateRoom(ada, "Looms");
    RoomId low = room.value().compareTo(other.value()) < 0 ? room : other;
    RoomId high = low.equals(room) ? other : room;
    Draft first = set(low, null, "1", START);
    Draft second = set(low, 4L, "2", START);
    Draft third = set(high, null, "3", START);

    assertThat(store.ports().drafts().of(ada, Drafts.After.NOTHING, 2))
        .isEqualTo(new Page<>(List.of(first, second), true));
    assertThat(store.ports().drafts().of(ada, Drafts.After.of(low, 0), 2))
        .isEqualTo(new Page<>(List.of(second, third), false));
    assertThat(store.ports().drafts().of(ada, Drafts.After.of(low, 4), 2))
        .isEqualTo(new Page<>(List.of(third), false));
  }

  @Test
  void ofTooManyTheOneChangedLongestAgoGoes() {
    for (long i = 1; i <= Drafts.MAX_PER_USER; i++) {
      set(room, i, "draft", START.plusMillis(i));
    }
    set(room, 1L, "changed since", START.plusSeconds(1));
    set(room, null, "one more", START.plusSeconds(2));

    List<Draft> kept = drafts(ada);
    assertThat(kept).hasSize(Drafts.MAX_PER_USER);
    assertThat(kept.getFirst().text()).isEqualTo("one more");
    assertThat(kept.get(1).text()).isEqualTo("changed since");
    assertThat(kept).extracting(Draft::thread).doesNotContain(2L).contains(3L);
  }

  @Test
  void onlyMembersHaveDraftsAndTheyGoWithThem() {
    UserId bob = register("bob");
    Draft draft = new Draft(room, null, "hm", null, START);
    assertRefused(() -> store.ports().drafts().set(bob, draft), ErrorCode.NOT_FOUND, "room");
    append(room, ada, new Change.Add(bob));
    store.ports().drafts().set(bob, draft);
    set(room, null, "mine", START);

    append(room, ada, new Change.Remove(bob));
    append(room, ada, new Change.Add(bob));

    assertThat(drafts(bob)).isEmpty();
    assertThat(drafts(ada)).hasSize(1);
    RoomId open = publicRoom(ada, "Open");
    Draft stranger = new Draft(open, null, "hm", null, START);
    assertRefused(() -> store.ports().drafts().set(bob, stranger), ErrorCode.FORBIDDEN);
  }

  private Draft set(RoomId where, @Nullable Long thread, String text, Instant at) {
    Draft draft = new Draft(where, thread, text, null, at);
    store.ports().drafts().set(ada, draft);
    return draft;
  }

  private List<Draft> drafts(UserId user) {
    return store.ports().drafts().of(user, Drafts.After.NOTHING, Drafts.MAX_PER_USER).items();
  }
}
