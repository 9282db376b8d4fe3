package im.parley.bench.micro;

import im.parley.core.account.Accounts.NewAccount;
import im.parley.core.log.Change;
import im.parley.core.log.Draft;
import im.parley.core.log.Outcome;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.store.sql.SqlStore;
import im.parley.store.sqlite.SqliteStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Messages into the embedded store, on disk: one by one, and a hundred at once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AppendBenchmark {

  private static final int CROWD = 100;
  private static final Change MESSAGE = new Change.Post("x".repeat(200));

  private final UserId ada = UserId.random();
  private final SqlStore store = open();
  private final RoomId general = register(store, ada);
  private long keys;

  private static SqlStore open() {
    try {
      return SqliteStore.open(
          Files.createTempDirectory("parley-append"), _ -> {}, new SimpleMeterRegistry());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes an account; which room everybody is in. */
  private static RoomId register(SqlStore store, UserId user) {
    store.accounts().register(new NewAccount(user, "ada", "Ada", "hash"));
    return store.rooms().mine(user, null, 1).items().getFirst().id();
  }

  /** One message, waited for. */
  @Benchmark
  public Outcome one() {
    return append().join();
  }

  /** A hundred messages, then waited for: they share a commit. */
  @Benchmark
  @OperationsPerInvocation(CROWD)
  public List<Outcome> hundred() {
    List<CompletableFuture<Outcome>> crowd = new ArrayList<>(CROWD);
    for (int i = 0; i < CROWD; i++) {
      crowd.add(append());
    }
    return crowd.stream().map(CompletableFuture::join).toList();
  }

  private CompletableFuture<Outcome> append() {
    MessageKey key = new MessageKey("key-" + (1_000_000_000L + keys++));
    return store.log().append(new Draft(general, ada, key, MESSAGE));
  }

  /** Closes the store. */
  @TearDown
  public void close() {
    store.close();
  }
}
