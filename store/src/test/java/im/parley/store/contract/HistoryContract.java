package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.core.log.Change;
import im.parley.core.log.HistoryWindow;
import im.parley.core.log.MessagePage;
import im.parley.core.log.Page;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link im.parley.core.log.RoomLog} promises of the pages of its logs. */
public abstract class HistoryContract extends StoreContract {

  @Test
  void eventsComeInPages() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");
    for (int i = 0; i < 9; i++) {
      post(room, ada, "message " + i);
    }
    publicRoom(ada, "The next room of the store");

    Page<DurableEvent> middle = store.ports().log().events(room, 4, 3);
    assertThat(middle.items()).extracting(DurableEvent::seq).containsExactly(5L, 6L, 7L);
    assertThat(middle.more()).isTrue();
    Page<DurableEvent> last = store.ports().log().events(room, 7, 3);
    assertThat(last.items()).extracting(DurableEvent::seq).containsExactly(8L, 9L, 10L);
    assertThat(last.more()).isFalse();
    assertThat(store.ports().log().events(room, 10, 3)).isEqualTo(new Page<>(List.of(), false));
    assertThat(store.ports().log().events(room, Long.MAX_VALUE, 3))
        .isEqualTo(new Page<>(List.of(), false));
    assertThat(store.ports().log().events(RoomId.random(), 0, 3))
        .isEqualTo(new Page<>(List.of(), false));
    assertThatThrownBy(() -> store.ports().log().events(room, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void messagesComeInPagesFromAnyPointOfTheLog() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    List<Message> all = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      DurableEvent event = post(room, ada, "message " + i);
      Fact.MessagePosted posted = (Fact.MessagePosted) event.data();
      all.add(new Message(room, event.seq(), i, event.at(), ada, posted.text(), posted.key()));
      append(room, bob, i % 2 == 1 ? new Change.Join() : new Change.Leave());
    }

    // Seqs 2, 4, …, 20 are the messages; what lies between is not.
    assertPage(room, new HistoryWindow.Newest(), 3, all.subList(7, 10), true);
    assertPage(room, new HistoryWindow.Newest(), 10, all, false);
    assertPage(room, new HistoryWindow.Newest(), 200, all, false);
    assertPage(room, new HistoryWindow.Before(8), 2, all.subList(1, 3), true);
    assertPage(room, new HistoryWindow.Before(8), 3, all.subList(0, 3), false);
    assertPage(room, new HistoryWindow.Before(2), 3, List.of(), false);
    assertPage(room, new HistoryWindow.Before(Long.MAX_VALUE), 1, all.subList(9, 10), true);
    assertPage(room, new HistoryWindow.After(8), 2, all.subList(4, 6), true);
    assertPage(room, new HistoryWindow.After(9), 100, all.subList(4, 10), false);
    assertPage(room, new HistoryWindow.After(20), 3, List.of(), false);
    assertPage(room, new HistoryWindow.After(0), 10, all, false);
    assertPage(room, new HistoryWindow.Around(8), 4, all.subList(2, 6), true);
    assertPage(room, new HistoryWindow.Around(9), 4, all.subList(2, 6), true);
    assertPage(room, new HistoryWindow.Around(0), 4, all.subList(0, 2), false);
    assertPage(room, new HistoryWindow.Around(Long.MAX_VALUE), 4, all.subList(8, 10), true);
    assertPage(room, new HistoryWindow.Around(8), 1, all.subList(3, 4), true);
  }

  @Test
  void aRoomWithoutMessagesHasAnEmptyHistory() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");

    assertPage(room, new HistoryWindow.Newest(), 10, List.of(), false);
    assertPage(room, new HistoryWindow.Around(5), 10, List.of(), false);
    assertPage(RoomId.random(), new HistoryWindow.Newest(), 10, List.of(), false);
  }

  @Test
  void textIsKeptAsItWasSent() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");
    String text = "'; DROP TABLE event; -- \"%_\\ \u0001 👩‍👩‍👧 漢字\r\n" + "x".repeat(7_000);

    assertThat(post(room, ada, text).data())
        .isInstanceOfSatisfying(
            Fact.MessagePosted.class, posted -> assertThat(posted.text()).isEqualTo(text));
    assertThat(store.ports().log().messages(room, ada, new HistoryWindow.Newest(), 1).items())
        .extracting(Message::text)
        .containsExactly(text);
  }

  private void assertPage(
      RoomId room, HistoryWindow window, int limit, List<Message> messages, boolean more) {
    assertThat(store.ports().log().messages(room, UserId.random(), window, limit))
        .as("%s, %d", window, limit)
        .isEqualTo(new MessagePage(messages, more, log(room).size()));
  }
}
