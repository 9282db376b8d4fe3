package im.parley.store.sqlite;

import com.sun.management.OperatingSystemMXBean;
import im.parley.core.account.Accounts.NewAccount;
import im.parley.core.log.Change;
import im.parley.core.log.Draft;
import im.parley.core.log.NewRoom;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.RoomKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/**
 * Measures appends by hand: {@code AppendBenchmark DIRECTORY SECONDS}. Each sender waits for its
 * acknowledgement before it sends again; the messages have 200 characters, in ten rooms.
 */
final class AppendBenchmark {

  private static final String TEXT = "x".repeat(200);
  private static final int[] SENDERS = {1, 10, 100, 1_000};
  private static final int ROOMS = 10;

  private AppendBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    Path parent = Files.createDirectories(Path.of(arguments[0]));
    long seconds = Long.parseLong(arguments[1]);
    Path directory = Files.createTempDirectory(parent, "append");
    LongAdder announced = new LongAdder();
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    long start = System.nanoTime();
    try (SqliteStore store =
        SqliteStore.open(directory, events -> announced.add(events.size()), meters)) {
      System.out.printf("first opening %d ms%n", (System.nanoTime() - start) / 1_000_000);
      List<UserId> people = people(store, SENDERS[SENDERS.length - 1]);
      List<RoomId> rooms = rooms(store, people);
      run(store, people, rooms, 100, 3); // warm up
      for (int senders : SENDERS) {
        run(store, people, rooms, senders, seconds);
      }
      System.out.println(meters.getMetersAsString());
    }
    System.out.printf("database %d MB%n", Files.size(directory.resolve("parley.db")) >> 20);
  }

  private static List<UserId> people(SqliteStore store, int count) {
    List<UserId> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      UserId id = UserId.random();
      store.accounts().register(new NewAccount(id, "user" + i, "User " + i, "hash"));
      people.add(id);
    }
    return people;
  }

  private static List<RoomId> rooms(SqliteStore store, List<UserId> people) {
    List<RoomId> rooms = new ArrayList<>();
    for (int i = 0; i < ROOMS; i++) {
      UserId owner = people.get(i);
      NewRoom room =
          new NewRoom(
              RoomId.random(),
              RoomKind.PUBLIC,
              "Room " + i,
              null,
              null,
              owner,
              MessageKey.random(),
              Set.of());
      rooms.add(store.log().create(room).join().room());
    }
    for (int i = ROOMS; i < people.size(); i++) {
      Draft join =
          new Draft(rooms.get(i % ROOMS), people.get(i), MessageKey.random(), new Change.Join());
      store.log().append(join).join();
    }
    return rooms;
  }

  private static void run(
      SqliteStore store, List<UserId> people, List<RoomId> rooms, int senders, long seconds)
      throws InterruptedException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    LongAdder sent = new LongAdder();
    CountDownLatch done = new CountDownLatch(senders);
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    long end = start + seconds * 1_000_000_000L;
    for (int i = 0; i < senders; i++) {
      UserId sender = people.get(i);
      RoomId room = rooms.get(i % rooms.size());
      Thread.ofVirtual()
          .start(() -> {
            while (System.nanoTime() < end) {
              store
                  .log()
                  .append(new Draft(room, sender, Keys.timeOrdered(), new Change.Post(TEXT)))
                  .join();
              sent.increment();
            }
            done.countDown();
          });
    }
    done.await();
    double elapsed = (System.nanoTime() - start) / 1e9;
    double micros = (system.getProcessCpuTime() - cpu) / 1e3 / sent.sum();
    System.out.printf(
        "%5d senders %,9.0f messages/s  %5.1f us CPU each%n",
        senders, sent.sum() / elapsed, micros);
  }
}
