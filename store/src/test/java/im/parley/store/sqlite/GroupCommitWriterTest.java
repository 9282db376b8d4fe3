package im.parley.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import im.parley.core.account.Accounts.NewAccount;
import im.parley.core.log.Change;
import im.parley.core.log.Draft;
import im.parley.core.log.Outcome;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.store.StoreException;
import im.parley.store.contract.OpenStore;
import im.parley.store.sql.GroupCommitWriter;
import im.parley.store.sql.Ledger;
import im.parley.store.sql.LoadedMember;
import im.parley.store.sql.LoadedRoom;
import im.parley.store.sql.SqlStore;
import im.parley.store.sql.Uninterruptible;
import im.parley.store.sql.WriteTransaction;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the pieces of a batch when one of them, or all of them, cannot be done. */
class GroupCommitWriterTest {

  @TempDir Path directory;

  private OpenStore store;
  private GroupCommitWriter writer;
  private UserId ada;
  private RoomId general;

  @BeforeEach
  void open() {
    store = OpenSqlite.in(directory, InstantSource.system());
    writer = store.ports().writer();
    ada = UserId.random();
    store.ports().accounts().register(new NewAccount(ada, "ada", "Ada", "hash"));
    general = store.ports().rooms().mine(ada, null, 1).items().getFirst().id();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aRefusalInTheMiddleOfABatchFailsAlone() {
    CountDownLatch gate = holdTheWriter();
    CompletableFuture<Outcome> before = post(ada, "before");
    CompletableFuture<Outcome> refused = post(UserId.random(), "from a stranger");
    CompletableFuture<Outcome> after = post(ada, "after");
    gate.countDown();

    assertThat(seq(before)).isEqualTo(2);
    assertThat(failure(refused)).isInstanceOf(RefusedException.class);
    assertThat(seq(after)).isEqualTo(3);
    assertLogAndAnnouncementsAre(3);
  }

  @Test
  void aFailureInTheMiddleOfABatchFailsAlone() {
    CountDownLatch gate = holdTheWriter();
    CompletableFuture<Outcome> before = post(ada, "before");
    CompletableFuture<@Nullable Void> failing = writer.submit(this::writeAndFail);
    CompletableFuture<Outcome> between = post(ada, "between");
    CompletableFuture<@Nullable Void> faulty = writer.submit(this::writeAndThrow);
    CompletableFuture<Outcome> after = post(ada, "after");
    gate.countDown();

    assertThat(seq(before)).isEqualTo(2);
    assertThat(failure(failing)).isInstanceOf(StoreException.class);
    assertThat(seq(between)).isEqualTo(3);
    assertThat(failure(faulty)).isInstanceOf(StoreException.class);
    assertThat(seq(after)).isEqualTo(4);
    assertLogAndAnnouncementsAre(4);
    assertThat(store.ports().healthy()).isTrue();
  }

  @Test
  void aFailedCommitFailsEverythingInIt() {
    CountDownLatch gate = holdTheWriter();
    CompletableFuture<Outcome> before = post(ada, "before");
    CompletableFuture<@Nullable Void> guilty = writer.submit(this::breakTheCommit);
    CompletableFuture<Outcome> refused = post(UserId.random(), "from a stranger");
    gate.countDown();

    assertThat(failure(before)).isInstanceOf(StoreException.class);
    assertThat(failure(guilty)).isInstanceOf(StoreException.class);
    assertThat(failure(refused)).isInstanceOf(StoreException.class);
    assertLogAndAnnouncementsAre(1);

    assertThat(seq(post(ada, "again"))).isEqualTo(2);
    assertLogAndAnnouncementsAre(2);
  }

  @Test
  void aKeyIsFoundWithinItsOwnBatch() {
    CountDownLatch gate = holdTheWriter();
    Draft draft = new Draft(general, ada, new MessageKey("k1"), new Change.Post("once"));
    CompletableFuture<Outcome> first = store.ports().log().append(draft);
    CompletableFuture<Outcome> second = store.ports().log().append(draft);
    gate.countDown();

    Outcome.Appended appended = (Outcome.Appended) first.join();
    assertThat(second.join()).isEqualTo(new Outcome.Repeated(appended.event()));
    assertLogAndAnnouncementsAre(2);
  }

  @Test
  void whatHappensEarlierInABatchCountsLaterInIt() {
    UserId bob = UserId.random();
    store.ports().accounts().register(new NewAccount(bob, "bob", "Bob", "hash"));
    CountDownLatch gate = holdTheWriter();
    CompletableFuture<Outcome> said = post(bob, "goodbye");
    CompletableFuture<Outcome> left = append(bob, new Change.Leave());
    CompletableFuture<Outcome> late = post(bob, "and another thing");
    CompletableFuture<Outcome> back = append(bob, new Change.Join());
    CompletableFuture<Outcome> more = post(ada, "welcome back");
    gate.countDown();

    assertThat(seq(said)).isEqualTo(3);
    assertThat(seq(left)).isEqualTo(4);
    assertThat(failure(late)).isInstanceOf(RefusedException.class);
    assertThat(seq(back)).isEqualTo(5);
    assertThat(seq(more)).isEqualTo(6);
    assertThat(store.ports().readMarks().mark(general, bob, 1).position().read()).isEqualTo(5);
    assertThat(store.ports().rooms().find(general, bob).orElseThrow().unread()).isEqualTo(1);
  }

  @Test
  void tooMuchWorkIsRefusedAndNothingOfItKept() {
    CountDownLatch gate = holdTheWriter();
    List<CompletableFuture<Outcome>> accepted = new ArrayList<>();
    for (int i = 0; i < 1_024; i++) {
      accepted.add(post(ada, "message " + i));
    }
    Throwable refused = failure(post(ada, "one too many"));
    gate.countDown();

    assertThat(refused)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refusal -> {
              assertThat(refusal.refusal().code()).isEqualTo(ErrorCode.OVERLOADED);
              assertThat(refusal.refusal().retryAfterMs()).isPositive();
            });
    for (int i = 0; i < accepted.size(); i++) {
      assertThat(seq(accepted.get(i))).isEqualTo(i + 2L);
    }
    assertThat(store.announced()).hasSize(1 + accepted.size());
  }

  @Test
  void closingFinishesWhatWaits() {
    CountDownLatch gate = holdTheWriter();
    List<CompletableFuture<Outcome>> waiting = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      waiting.add(post(ada, "message " + i));
    }
    Thread closing = Thread.ofVirtual().start(store::close);
    gate.countDown();
    Uninterruptible.join(closing);

    assertThat(waiting).allSatisfy(future -> assertThat(future).isCompleted());
    assertThat(store.announced()).hasSize(101);
    store = OpenSqlite.in(directory, InstantSource.system());
    assertThat(store.ports().log().events(general, 0, 1_000).items()).hasSize(101);
  }

  @Test
  void aListenerThatFailsStopsNobody() {
    store.close();
    try (SqlStore deaf =
        SqliteStore.open(
            directory,
            events -> {
              throw new IllegalStateException("deaf");
            },
            new SimpleMeterRegistry())) {
      Draft draft = new Draft(general, ada, MessageKey.random(), new Change.Post("hello"));
      assertThat(deaf.log().append(draft).join()).isInstanceOf(Outcome.Appended.class);
    }
    store = OpenSqlite.in(directory, InstantSource.system());
    assertThat(store.ports().log().events(general, 0, 10).items()).hasSize(2);
  }

  /** Keeps the writer busy, so that what is submitted meanwhile becomes one batch. */
  private CountDownLatch holdTheWriter() {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(1);
    CompletableFuture<@Nullable Void> holding =
        writer.submit(transaction -> {
          held.countDown();
          await(gate);
          return null;
        });
    await(held);
    assertThat(holding).isNotDone();
    return gate;
  }

  private @Nullable Void writeAndFail(WriteTransaction transaction) throws SQLException {
    write(transaction);
    transaction.query("INSERT INTO meta (name, value) VALUES ('epoch', 'again')").update();
    return null;
  }

  private @Nullable Void writeAndThrow(WriteTransaction transaction) throws SQLException {
    write(transaction);
    throw new IllegalStateException("a fault of the work");
  }

  private void write(WriteTransaction transaction) throws SQLException {
    LoadedRoom room = transaction.rooms().find(general);
    LoadedMember member = room == null ? null : transaction.rooms().member(room, ada);
    if (room == null || member == null) {
      throw new AssertionError("ada is in general");
    }
    MessageKey key = MessageKey.random();
    new Ledger(transaction)
        .post(room, member, key, new Fact.MessagePosted("never to be seen", 1, key));
  }

  /** A foreign key that is checked at the commit, and broken. */
  private @Nullable Void breakTheCommit(WriteTransaction transaction) throws SQLException {
    transaction.query("PRAGMA defer_foreign_keys = ON").run();
    transaction
        .query("INSERT INTO used_refresh (refresh, session, expires_at) VALUES (x'00', 'no', 0)")
        .update();
    return null;
  }

  private CompletableFuture<Outcome> post(UserId by, String text) {
    return append(by, new Change.Post(text));
  }

  private CompletableFuture<Outcome> append(UserId by, Change change) {
    return store.ports().log().append(new Draft(general, by, MessageKey.random(), change));
  }

  private static long seq(CompletableFuture<Outcome> outcome) {
    return ((Outcome.Appended) outcome.join()).event().seq();
  }

  private static Throwable failure(CompletableFuture<?> future) {
    return Objects.requireNonNull(failureOrNull(future), "it should have failed");
  }

  private static @Nullable Throwable failureOrNull(CompletableFuture<?> future) {
    Throwable thrown = catchThrowable(future::join);
    return thrown instanceof CompletionException e ? e.getCause() : thrown;
  }

  /** The log has the seqs from 1 to this one, and all of them were announced, in order. */
  private void assertLogAndAnnouncementsAre(long head) {
    List<DurableEvent> log = store.ports().log().events(general, 0, 1_000).items();
    assertThat(log).hasSize((int) head);
    for (int i = 0; i < log.size(); i++) {
      assertThat(log.get(i).seq()).isEqualTo(i + 1L);
    }
    assertThat(store.announced()).isEqualTo(log);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
