package im.parley.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.account.Accounts.NewAccount;
import im.parley.core.log.Change;
import im.parley.core.log.Draft;
import im.parley.core.log.Outcome;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.store.contract.OpenStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many senders at once: gapless, once, in each sender's order, announced once and in order. */
class ConcurrentAppendTest {

  private static final int SENDERS = 100;
  private static final int MESSAGES = 40;

  @TempDir Path directory;

  @Test
  void theLogIsInOrderAndEveryKeyIsInItOnce() throws Exception {
    try (OpenSqlite store = OpenSqlite.in(directory, InstantSource.system())) {
      RoomId room = crowd(store);
      List<UserId> people =
          store.rooms().members(room, null, SENDERS).items().stream()
              .map(member -> member.user().id())
              .toList();
      Map<String, Long> acknowledged = new ConcurrentHashMap<>();
      try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> senders = new ArrayList<>();
        for (UserId sender : people) {
          senders.add(executor.submit(() -> send(store, room, sender, acknowledged)));
        }
        for (Future<?> sender : senders) {
          sender.get();
        }
      }

      List<DurableEvent> log = wholeLog(store, room);
      assertThat(log).hasSize(SENDERS + SENDERS * MESSAGES);
      assertThat(store.announced()).isEqualTo(log);
      Map<String, Long> logged = new HashMap<>();
      Map<UserId, Integer> lastOf = new HashMap<>();
      long seq = 0;
      for (DurableEvent event : log) {
        assertThat(event.seq()).isEqualTo(++seq);
        if (event.data() instanceof Fact.MessagePosted posted) {
          assertThat(logged.put(event.by() + posted.key().value(), event.seq())).isNull();
          int number = Integer.parseInt(posted.text());
          assertThat(number).isEqualTo(lastOf.getOrDefault(event.by(), -1) + 1);
          lastOf.put(event.by(), number);
        }
      }
      assertThat(logged).isEqualTo(acknowledged);
    }
  }

  /** Sends in order, every third message twice, and reads what it was told. */
  private static void send(
      OpenStore store, RoomId room, UserId sender, Map<String, Long> acknowledged) {
    for (int i = 0; i < MESSAGES; i++) {
      MessageKey key = new MessageKey("k" + i);
      Draft draft = new Draft(room, sender, key, new Change.Post(Integer.toString(i)));
      var first = store.log().append(draft);
      if (i % 3 == 0) {
        long repeated = seq(store.log().append(draft).join());
        assertThat(repeated).isEqualTo(seq(first.join()));
      }
      long seq = seq(first.join());
      acknowledged.put(sender + key.value(), seq);
      assertThat(store.log().events(room, seq - 1, 1).items())
          .as("what was acknowledged can be read")
          .hasSize(1);
    }
  }

  private static RoomId crowd(OpenStore store) {
    for (int i = 0; i < SENDERS; i++) {
      store.accounts().register(new NewAccount(UserId.random(), "user" + i, "User " + i, "hash"));
    }
    return store.rooms().browse(UserId.random(), "general", null, 1).items().getFirst().id();
  }

  private static List<DurableEvent> wholeLog(OpenStore store, RoomId room) {
    List<DurableEvent> log = new ArrayList<>();
    boolean more = true;
    while (more) {
      var page = store.log().events(room, log.size(), 1_000);
      log.addAll(page.items());
      more = page.more();
    }
    return log;
  }

  private static long seq(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Appended(DurableEvent event) -> event.seq();
      case Outcome.Repeated(DurableEvent first) -> first.seq();
      case Outcome.Unchanged() -> throw new AssertionError("a message changes its room");
    };
  }
}
