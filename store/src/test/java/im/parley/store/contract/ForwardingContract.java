package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.log.Change;
import im.parley.core.log.HistoryWindow;
import im.parley.core.log.Mentions;
import im.parley.core.log.Outcome;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Forwarded;
import im.parley.protocol.view.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What it takes to say in one room what was said in another, and what comes of it. */
public abstract class ForwardingContract extends StoreContract {

  private UserId ada;
  private UserId bob;
  private RoomId source;
  private RoomId other;
  private DurableEvent original;

  @BeforeEach
  void meet() {
    ada = register("ada");
    bob = register("bob");
    source = privateRoom(ada, "Engines");
    append(source, ada, new Change.Add(bob));
    other = publicRoom(bob, "Looms");
    original = post(source, ada, "It weaves");
  }

  @Test
  void aForwardNamesWhereItWasSaidFirst() {
    passMillis(5);
    DurableEvent forward = forwarded(other, source, original.seq());

    Forwarded origin = new Forwarded(source, original.seq(), ada, original.at());
    assertThat(forward.by()).isEqualTo(bob);
    assertThat(forward.data())
        .isEqualTo(
            new Fact.MessagePosted(
                "It weaves",
                1,
                ((Fact.MessagePosted) forward.data()).key(),
                null,
                null,
                null,
                null,
                null,
                origin,
                null,
                null));
    assertThat(log(other)).last().isEqualTo(forward);
    assertThat(newest(other).forwarded()).isEqualTo(origin);
    assertThat(newest(other).text()).isEqualTo("It weaves");

    assertThat(newest(other, forwarded(other, other, forward.seq())).forwarded()).isEqualTo(origin);
  }

  @Test
  void aForwardIsTheMessageAsItStoodAndStaysSo() {
    append(source, ada, new Change.Edit(original.seq(), "It spins", Mentions.NONE));
    DurableEvent forward = forwarded(other, source, original.seq());
    append(source, ada, new Change.Delete(original.seq()));

    assertThat(newest(other).text()).isEqualTo("It spins");
    assertRefused(() -> forward("late", source, original.seq()), ErrorCode.NOT_FOUND, "target");
    assertRefused(
        () -> append(other, bob, new Change.Edit(forward.seq(), "He said so", Mentions.NONE)),
        ErrorCode.FORBIDDEN);
    append(other, bob, new Change.Delete(forward.seq()));
    assertThat(newest(other).text()).isEmpty();
  }

  @Test
  void theSameKeyForwardsOnceEvenWhenTheOriginalIsGone() {
    Outcome first = forward("k1", source, original.seq());
    append(source, ada, new Change.Delete(original.seq()));

    assertThat(forward("k1", source, original.seq()))
        .isEqualTo(new Outcome.Repeated(((Outcome.Appended) first).event()));
    assertRefused(
        () -> append(other, bob, "k1", new Change.Post("It weaves")), ErrorCode.CONFLICT, "key");
  }

  @Test
  void whoCannotReadItForwardsNothing() {
    append(source, ada, new Change.Remove(bob));
    assertRefused(() -> forward("k1", source, original.seq()), ErrorCode.NOT_FOUND, "room");
    assertRefused(() -> forward("k2", RoomId.random(), 1), ErrorCode.NOT_FOUND, "room");
    assertRefused(() -> forward("k3", other, 1), ErrorCode.NOT_FOUND, "target");
  }

  @Test
  void whoCannotWriteThereForwardsNothingThere() {
    Change forward = new Change.Forward(source, original.seq());
    RoomId closed = privateRoom(ada, "Closed");

    assertRefused(() -> append(closed, bob, forward), ErrorCode.NOT_FOUND, "to");
    assertRefused(() -> append(RoomId.random(), bob, forward), ErrorCode.NOT_FOUND, "to");
    assertRefused(() -> append(other, ada, forward), ErrorCode.FORBIDDEN);
    append(other, bob, new Change.Archive());
    assertRefused(() -> append(other, bob, forward), ErrorCode.FORBIDDEN);
  }

  private Outcome forward(String key, RoomId from, long seq) {
    return append(other, bob, key, new Change.Forward(from, seq));
  }

  private DurableEvent forwarded(RoomId to, RoomId from, long seq) {
    return appended(to, bob, new Change.Forward(from, seq));
  }

  private Message newest(RoomId room) {
    return store
        .ports()
        .log()
        .messages(room, bob, new HistoryWindow.Newest(), 1)
        .items()
        .getFirst();
  }

  private Message newest(RoomId room, DurableEvent expected) {
    Message message = newest(room);
    assertThat(message.seq()).isEqualTo(expected.seq());
    return message;
  }
}
