package im.parley.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.account.Accounts.NewAccount;
import im.parley.core.log.Change;
import im.parley.core.log.Draft;
import im.parley.core.log.HistoryWindow;
import im.parley.core.log.MessagePage;
import im.parley.core.log.NewRoom;
import im.parley.core.log.Page;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Message;
import im.parley.protocol.view.RoomKind;
import im.parley.store.contract.OpenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;

/** Pages of any log, compared with what the whole log says. */
class HistoryPagesTest {

  private final Path directory = Files.createTempDirectory("history");
  private final OpenStore store = OpenSqlite.in(directory, InstantSource.system());
  private final UserId ada = UserId.random();

  HistoryPagesTest() throws IOException {
    store.ports().accounts().register(new NewAccount(ada, "ada", "Ada", "hash"));
  }

  @AfterProperty
  void close() throws IOException {
    store.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 100)
  void aPageIsAPartOfTheWholeLog(
      @ForAll @Size(max = 25) List<Boolean> says,
      @ForAll @LongRange(min = 0, max = 30) long seq,
      @ForAll @IntRange(min = 1, max = 12) int limit) {
    RoomId room = room(says);
    List<DurableEvent> log = store.ports().log().events(room, 0, 1_000).items();
    List<Message> all =
        log.stream().filter(HistoryPagesTest::isMessage).map(HistoryPagesTest::message).toList();
    List<Message> before = all.stream().filter(message -> message.seq() < seq).toList();
    List<Message> after = all.stream().filter(message -> message.seq() > seq).toList();

    assertThat(page(room, new HistoryWindow.Newest(), limit)).isEqualTo(lastOf(all, limit));
    assertThat(page(room, new HistoryWindow.Before(seq), limit)).isEqualTo(lastOf(before, limit));
    assertThat(page(room, new HistoryWindow.After(seq), limit)).isEqualTo(firstOf(after, limit));
    List<DurableEvent> later = log.stream().filter(event -> event.seq() > seq).toList();
    assertThat(store.ports().log().events(room, seq, limit)).isEqualTo(firstOf(later, limit));
  }

  /** A room in which something is said, or something else happens. */
  private RoomId room(List<Boolean> says) {
    NewRoom wanted =
        new NewRoom(
            RoomId.random(),
            RoomKind.PUBLIC,
            "Room",
            null,
            null,
            ada,
            MessageKey.random(),
            Set.of());
    RoomId room = store.ports().log().create(wanted).join().room();
    for (int i = 0; i < says.size(); i++) {
      Change change =
          says.get(i)
              ? new Change.Post("message " + i)
              : new Change.Describe("Name " + i, null, null);
      store.ports().log().append(new Draft(room, ada, MessageKey.random(), change)).join();
    }
    // One is in a thousand rooms at most.
    store
        .ports()
        .log()
        .append(new Draft(room, ada, MessageKey.random(), new Change.Leave()))
        .join();
    return room;
  }

  private Page<Message> page(RoomId room, HistoryWindow window, int limit) {
    MessagePage page = store.ports().log().messages(room, UserId.random(), window, limit);
    return new Page<>(page.items(), page.more());
  }

  private static boolean isMessage(DurableEvent event) {
    return event.data() instanceof Fact.MessagePosted;
  }

  private static Message message(DurableEvent event) {
    Fact.MessagePosted posted = (Fact.MessagePosted) event.data();
    return new Message(
        event.room(),
        event.seq(),
        posted.number(),
        event.at(),
        event.by(),
        posted.text(),
        posted.key());
  }

  private static <T> Page<T> firstOf(List<T> items, int limit) {
    boolean more = items.size() > limit;
    return new Page<>(more ? items.subList(0, limit) : items, more);
  }

  private static <T> Page<T> lastOf(List<T> items, int limit) {
    int from = Math.max(0, items.size() - limit);
    return new Page<>(items.subList(from, items.size()), from > 0);
  }
}
