package im.parley.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import im.parley.store.sql.SqlStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes: what it had acknowledged is there, once. */
class CrashTest {

  private static final int CRASHES = 3;
  private static final int ACKNOWLEDGEMENTS = 2_000;
  private static final Pattern ACKNOWLEDGED = Pattern.compile("acknowledged (\\S+) (\\d+)\\.");

  @TempDir Path directory;

  @Test
  void everyAcknowledgedMessageSurvives() throws Exception {
    Map<String, Long> acknowledged = new HashMap<>();
    for (int i = 0; i < CRASHES; i++) {
      acknowledged.putAll(acknowledgedUntilKilled());
      try (OpenStore store = OpenSqlite.in(directory, InstantSource.system())) {
        Map<String, Long> log = seqByKey(store);
        assertThat(log).containsAllEntriesOf(acknowledged);
        assertRetriesAreAnsweredWithTheFirstSeq(store, acknowledged);
      }
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(CRASHES * ACKNOWLEDGEMENTS);
  }

  /** Runs the writing process, kills it amid its work, and returns what it had said. */
  private Map<String, Long> acknowledgedUntilKilled() throws IOException, InterruptedException {
    Map<String, Long> acknowledged = new HashMap<>();
    List<String> other = new ArrayList<>();
    Process child = ChildJvm.start(Writing.class, directory);
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        Matcher matcher = ACKNOWLEDGED.matcher(line);
        if (matcher.matches()) {
          acknowledged.put(matcher.group(1), Long.valueOf(matcher.group(2)));
        } else {
          other.add(line);
        }
        if (acknowledged.size() == ACKNOWLEDGEMENTS) {
          child.toHandle().destroyForcibly(); // unlike the process's own, it leaves the output open
        }
      }
    }
    child.waitFor();
    assertThat(acknowledged).as("%s", other).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGEMENTS);
    return acknowledged;
  }

  /** The log's messages; it has no hole, and no key twice. */
  private static Map<String, Long> seqByKey(OpenStore store) {
    Map<String, Long> seqs = new HashMap<>();
    RoomId room = general(store.ports());
    long seq = 0;
    boolean more = true;
    while (more) {
      var page = store.ports().log().events(room, seq, 1_000);
      for (DurableEvent event : page.items()) {
        assertThat(event.seq()).isEqualTo(++seq);
        if (event.data() instanceof Fact.MessagePosted posted) {
          assertThat(seqs.put(posted.key().value(), event.seq())).isNull();
        }
      }
      more = page.more();
    }
    return seqs;
  }

  private static void assertRetriesAreAnsweredWithTheFirstSeq(
      OpenStore store, Map<String, Long> acknowledged) {
    UserId ada = store.ports().accounts().credentials("ada").orElseThrow().user().id();
    RoomId room = general(store.ports());
    acknowledged.entrySet().stream()
        .limit(50)
        .forEach(entry -> {
          MessageKey key = new MessageKey(entry.getKey());
          Draft retry = new Draft(room, ada, key, new Change.Post("a retry"));
          assertThat(store.ports().log().append(retry).join())
              .isInstanceOfSatisfying(
                  Outcome.Repeated.class,
                  repeated -> assertThat(repeated.first().seq()).isEqualTo(entry.getValue()));
        });
  }

  private static RoomId general(SqlStore store) {
    return store.rooms().browse(UserId.random(), "general", null, 1).items().getFirst().id();
  }

  /** The process that is killed: it writes, and says what was acknowledged. */
  static final class Writing {

    private static final int SENDERS = 50;

    private Writing() {}

    public static void main(String[] arguments) throws InterruptedException {
      SqlStore store =
          SqliteStore.open(Path.of(arguments[0]), events -> {}, new SimpleMeterRegistry());
      if (store.accounts().credentials("ada").isEmpty()) {
        store.accounts().register(new NewAccount(UserId.random(), "ada", "Ada", "hash"));
      }
      UserId ada = store.accounts().credentials("ada").orElseThrow().user().id();
      RoomId room = general(store);
      List<Thread> senders = new ArrayList<>();
      for (int i = 0; i < SENDERS; i++) {
        senders.add(Thread.ofVirtual().start(() -> sendForEver(store, room, ada)));
      }
      for (Thread sender : senders) {
        sender.join();
      }
    }

    private static void sendForEver(SqlStore store, RoomId room, UserId ada) {
      while (true) {
        MessageKey key = MessageKey.random();
        Draft draft = new Draft(room, ada, key, new Change.Post("hello"));
        Outcome.Appended outcome = (Outcome.Appended) store.log().append(draft).join();
        System.out.println("acknowledged " + key + " " + outcome.event().seq() + ".");
      }
    }
  }
}
