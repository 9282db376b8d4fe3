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
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.store.contract.OpenStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk without room: refused is refused, acknowledged is there, and it ends when room is made.
 */
class FullDiskTest {

  private static final String LONG = "x".repeat(8_000);

  @TempDir Path directory;

  private OpenStore store;
  private UserId ada;
  private RoomId general;

  @BeforeEach
  void open() {
    store = OpenSqlite.in(directory, InstantSource.system());
    ada = UserId.random();
    store.ports().accounts().register(new NewAccount(ada, "ada", "Ada", "hash"));
    general = store.ports().rooms().mine(ada, null, 1).items().getFirst().id();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatIsAcknowledgedIsThereAndTheRestIsRefused() {
    Draft first = draft("before");
    assertThat(append(first)).isNull();
    int taken = fill();

    assertThat(store.ports().log().events(general, 0, 1_000).items())
        .hasSize(2 + taken)
        .isEqualTo(store.announced());
    assertThat(store.ports().healthy()).isFalse();
    assertThat(store.ports().log().append(first).join()).isInstanceOf(Outcome.Repeated.class);
    assertThat(store.ports().healthy()).as("an answer is not a write").isFalse();
  }

  @Test
  void whenThereIsRoomAgainItGoesOn() {
    int taken = fill();
    limitPages(1_000_000);
    while (!store.ports().healthy()) {
      Thread.onSpinWait(); // each question has a write tried
    }

    Draft next = draft("after");
    assertThat(append(next)).isNull();
    assertThat(store.ports().log().events(general, taken, 10).items())
        .extracting(DurableEvent::seq)
        .containsExactly(taken + 1L, taken + 2L);
  }

  @Test
  void aMessageAloneFindsThatThereIsRoomAgain() {
    fill();
    limitPages(1_000_000);

    assertThat(append(draft("after"))).isNull();
    assertThat(store.ports().healthy()).isTrue();
  }

  /** Leaves room for a few messages, sends until one is refused, and says how many were not. */
  private int fill() {
    limitPages(store.ports().writer().write(tx -> tx.query("PRAGMA page_count").number()) + 5);
    int taken = 0;
    Throwable failure = append(draft(LONG));
    while (failure == null) {
      taken++;
      failure = append(draft(LONG));
    }
    assertThat(failure)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(ErrorCode.UNAVAILABLE));
    assertThat(taken).isPositive();
    return taken;
  }

  private void limitPages(long pages) {
    long limit =
        store.ports().writer().write(tx -> tx.query("PRAGMA max_page_count = " + pages).number());
    assertThat(limit).isEqualTo(pages);
  }

  private Draft draft(String text) {
    return new Draft(general, ada, MessageKey.random(), new Change.Post(text));
  }

  /** Why it was not appended; null if it was. */
  private @Nullable Throwable append(Draft draft) {
    CompletableFuture<Outcome> outcome = store.ports().log().append(draft);
    Throwable thrown = catchThrowable(outcome::join);
    return thrown instanceof CompletionException e ? e.getCause() : thrown;
  }
}
