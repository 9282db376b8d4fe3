package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import im.parley.core.account.Accounts.NewAccount;
import im.parley.core.log.Change;
import im.parley.core.log.Draft;
import im.parley.core.log.NewRoom;
import im.parley.core.log.Outcome;
import im.parley.core.log.RoomCreated;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.RoomKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts share: a store with a clock in hand, and short words for what people do. */
public abstract class StoreContract {

  /** The time at the beginning of each test. */
  protected static final Instant START = Instant.parse("2026-11-22T10:00:00.123Z");

  protected OpenStore store;
  private final AtomicReference<Instant> time = new AtomicReference<>(START);

  /** Opens a store that has nothing in it, with this clock. */
  protected abstract OpenStore open(InstantSource clock);

  @BeforeEach
  void open() {
    store = open(time::get);
  }

  @AfterEach
  void close() {
    store.close();
  }

  protected void passMillis(long millis) {
    time.updateAndGet(now -> now.plusMillis(millis));
  }

  protected Instant now() {
    return time.get();
  }

  protected UserId register(String username) {
    UserId id = UserId.random();
    store
        .ports()
        .accounts()
        .register(new NewAccount(id, username, username, "hash of " + username));
    return id;
  }

  protected RoomId publicRoom(UserId owner, String name) {
    return create(RoomKind.PUBLIC, owner, name).room();
  }

  protected RoomId privateRoom(UserId owner, String name) {
    return create(RoomKind.PRIVATE, owner, name).room();
  }

  protected RoomCreated create(RoomKind kind, UserId by, String name) {
    return create(
        new NewRoom(RoomId.random(), kind, name, null, null, by, MessageKey.random(), Set.of()));
  }

  protected RoomCreated direct(UserId by, UserId... others) {
    return create(
        new NewRoom(
            RoomId.random(),
            RoomKind.DIRECT,
            "",
            null,
            null,
            by,
            MessageKey.random(),
            Set.of(others)));
  }

  protected RoomCreated create(NewRoom room) {
    return await(store.ports().log().create(room));
  }

  protected Outcome append(RoomId room, UserId by, String key, Change change) {
    return await(store.ports().log().append(new Draft(room, by, new MessageKey(key), change)));
  }

  protected Outcome append(RoomId room, UserId by, Change change) {
    return await(store.ports().log().append(new Draft(room, by, MessageKey.random(), change)));
  }

  protected DurableEvent appended(RoomId room, UserId by, Change change) {
    Outcome outcome = append(room, by, change);
    assertThat(outcome).isInstanceOf(Outcome.Appended.class);
    return ((Outcome.Appended) outcome).event();
  }

  protected DurableEvent post(RoomId room, UserId by, String text) {
    return appended(room, by, new Change.Post(text));
  }

  protected List<Fact> facts(RoomId room) {
    return log(room).stream().map(DurableEvent::data).toList();
  }

  protected List<DurableEvent> log(RoomId room) {
    return store.ports().log().events(room, 0, 1000).items();
  }

  /** The room that everyone is in. */
  protected RoomId general(UserId anyone) {
    return store.ports().rooms().browse(anyone, "general", null, 1).items().getFirst().id();
  }

  protected Refusal refusal(ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isInstanceOf(RefusedException.class);
    return ((RefusedException) thrown).refusal();
  }

  protected void assertRefused(ThrowingCallable call, ErrorCode code, String field) {
    Refusal refusal = refusal(call);
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.field()).isEqualTo(field);
  }

  protected void assertRefused(ThrowingCallable call, ErrorCode code) {
    assertThat(refusal(call).code()).isEqualTo(code);
  }

  /** Waits as callers do: the failure is the one that the store gave. */
  protected static <T> T await(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
