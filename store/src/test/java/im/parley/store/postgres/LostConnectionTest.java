package im.parley.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import im.parley.core.account.Accounts.NewAccount;
import im.parley.core.log.Change;
import im.parley.core.log.Draft;
import im.parley.core.log.Outcome;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.store.contract.OpenStore;
import im.parley.store.fixture.Wire;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when the way to the database breaks off. */
class LostConnectionTest {

  private static final MessageKey KEY = new MessageKey("k1");

  private TestDatabase database;
  private Wire wire;
  private OpenStore store;
  private UserId ada;
  private RoomId general;

  @BeforeEach
  void open() throws IOException {
    database = TestDatabase.fresh();
    wire = Wire.to(database.port());
    store = database.through(wire.port()).open(InstantSource.system());
    ada = UserId.random();
    store.ports().accounts().register(new NewAccount(ada, "ada", "Ada", "hash"));
    general = store.ports().rooms().mine(ada, null, 1).items().getFirst().id();
  }

  @AfterEach
  void close() throws IOException {
    store.close();
    wire.close();
  }

  @Test
  void aCommitWhoseAnswerIsLostHappened() {
    wire.cutNextCommit(Wire.Cut.BEFORE_ITS_ANSWER);
    assertThat(post()).isInstanceOf(Outcome.Appended.class);
    assertThatTheMessageIsThereOnce();
    assertThat(post()).isInstanceOf(Outcome.Repeated.class);
  }

  @Test
  void aCommitThatNeverArrivedDidNotHappen() {
    wire.cutNextCommit(Wire.Cut.BEFORE_IT_ARRIVES);
    assertThatItIsUnavailable();
    assertThat(store.ports().log().events(general, 1, 10).items()).isEmpty();
    assertThat(post()).isInstanceOf(Outcome.Appended.class);
    assertThatTheMessageIsThereOnce();
  }

  @Test
  void whatIsSentWhileTheDatabaseIsAwayIsRefusedUntilItIsBack() {
    wire.torn(true);
    assertThatItIsUnavailable();
    assertThat(store.ports().healthy()).isFalse();
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> store.ports().rooms().isMember(general, ada));
    wire.torn(false);
    await(() -> store.ports().healthy());
    assertThat(post()).isInstanceOf(Outcome.Appended.class);
    assertThatTheMessageIsThereOnce();
  }

  @Test
  void whoeverAsksLearnsThatTheDatabaseIsAwayEvenIfNobodyWrites() {
    assertThat(store.ports().healthy()).isTrue();
    wire.torn(true);
    await(() -> !store.ports().healthy());
    wire.torn(false);
    await(() -> store.ports().healthy());
    assertThat(post()).isInstanceOf(Outcome.Appended.class);
  }

  @Test
  void aDatabaseThatSaysNothingIsAwayAsWell() {
    wire.silent(true);
    await(() -> !store.ports().healthy());
    wire.silent(false);
    await(() -> store.ports().healthy());
    assertThat(post()).isInstanceOf(Outcome.Appended.class);
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aRefusalDoesNotProveThatItCanBeWrittenAgain() {
    wire.torn(true);
    assertThatItIsUnavailable();
    wire.torn(false);
    Draft ofAStranger = new Draft(general, UserId.random(), KEY, new Change.Post("hi"));
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> store.ports().log().append(ofAStranger).join())
        .havingCause()
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(ErrorCode.FORBIDDEN));
    assertThat(store.ports().healthy()).isFalse();
    assertThat(post()).isInstanceOf(Outcome.Appended.class);
    assertThat(store.ports().healthy()).isTrue();
  }

  @Test
  void whoWasAloneReadsAgainWhatAnotherWroteMeanwhile() {
    InstantSource clock = InstantSource.system();
    store.close();
    store = database.through(wire.port()).open(Sharing.ONE_SERVER, clock);
    assertThat(seq(post(store, KEY))).isEqualTo(2);
    wire.torn(true);
    try (OpenStore other = database.open(Sharing.ONE_SERVER, clock)) {
      assertThat(seq(post(other, new MessageKey("k2")))).isEqualTo(3);
    }
    wire.torn(false);
    assertThat(seq(post(store, new MessageKey("k3")))).isEqualTo(4);
  }

  private static long seq(Outcome outcome) {
    return ((Outcome.Appended) outcome).event().seq();
  }

  private Outcome post() {
    return post(store, KEY);
  }

  private Outcome post(OpenStore to, MessageKey key) {
    return to.ports().log().append(new Draft(general, ada, key, new Change.Post("hi"))).join();
  }

  private void assertThatItIsUnavailable() {
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(this::post)
        .havingCause()
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(ErrorCode.UNAVAILABLE));
  }

  private void assertThatTheMessageIsThereOnce() {
    assertThat(store.ports().log().events(general, 0, 10).items())
        .hasSize(2)
        .isEqualTo(store.announced());
  }
}
