package im.parley.store.contract;

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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many senders at once: gapless, once, in each sender's order, announced once and in order. */
public abstract class ConcurrentAppendContract {

  private static final int SENDERS = 100;
  private static final int MESSAGES = 40;
  private static final Comparator<DurableEvent> BY_SEQ =
      Comparator.comparingLong(DurableEvent::seq);

  /** Opens what all of one store is: as many servers as there are to be, which share it. */
  protected abstract List<OpenStore> open(InstantSource clock);

  @Test
  void theLogIsInOrderAndEveryKeyIsInItOnce() throws Exception {
    List<OpenStore> servers = open(InstantSource.system());
    try {
      OpenStore store = servers.getFirst();
      RoomId room = crowd(store);
      List<UserId> people =
          store.ports().rooms().members(room, null, SENDERS).items().stream()
              .map(member -> member.user().id())
              .toList();
      Map<String, Long> acknowledged = new ConcurrentHashMap<>();
      try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
          OpenStore server = servers.get(i % servers.size());
          UserId sender = people.get(i);
          senders.add(executor.submit(() -> send(server, room, sender, acknowledged)));
        }
        for (Future<?> sender : senders) {
          sender.get();
        }
      }

      List<DurableEvent> log = wholeLog(store, room);
      assertThat(log).hasSize(SENDERS + SENDERS * MESSAGES);
      assertThat(announced(servers)).isEqualTo(log);
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
    } finally {
      servers.forEach(OpenStore::close);
    }
  }

  /** What all servers have told of; each tells only of what it has committed, in order. */
  private static List<DurableEvent> announced(List<OpenStore> servers) {
    for (OpenStore server : servers) {
      assertThat(server.announced()).isSortedAccordingTo(BY_SEQ);
    }
    return servers.stream().flatMap(server -> server.announced().stream()).sorted(BY_SEQ).toList();
  }

  /** Sends in order, every third message twice, and reads what it was told. */
  private static void send(
      OpenStore store, RoomId room, UserId sender, Map<String, Long> acknowledged) {
    for (int i = 0; i < MESSAGES; i++) {
      MessageKey key = new MessageKey("k" + i);
      Draft draft = new Draft(room, sender, key, new Change.Post(Integer.toString(i)));
      var first = store.ports().log().append(draft);
      if (i % 3 == 0) {
        long repeated = seq(store.ports().log().append(draft).join());
        assertThat(repeated).isEqualTo(seq(first.join()));
      }
      long seq = seq(first.join());
      acknowledged.put(sender + key.value(), seq);
      assertThat(store.ports().log().events(room, seq - 1, 1).items())
          .as("what was acknowledged can be read")
          .hasSize(1);
    }
  }

  private static RoomId crowd(OpenStore store) {
    for (int i = 0; i < SENDERS; i++) {
      store
          .ports()
          .accounts()
          .register(new NewAccount(UserId.random(), "user" + i, "User " + i, "hash"));
    }
    return store
        .ports()
        .rooms()
        .browse(UserId.random(), "general", null, 1)
        .items()
        .getFirst()
        .id();
  }

  private static List<DurableEvent> wholeLog(OpenStore store, RoomId room) {
    List<DurableEvent> log = new ArrayList<>();
    boolean more = true;
    while (more) {
      var page = store.ports().log().events(room, log.size(), 1_000);
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
