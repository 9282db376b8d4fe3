package im.parley.store.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.expiry.Expiries;
import im.parley.core.log.Change;
import im.parley.core.log.HistoryWindow;
import im.parley.core.log.Mentions;
import im.parley.core.log.Outcome;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Ballot;
import im.parley.protocol.view.Message;
import im.parley.protocol.view.RoomSummary;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Expiries} promises, and the rooms whose messages expire. */
public abstract class ExpiryContract extends StoreContract {

  private static final long MINUTE = 60_000;

  private UserId ada;
  private UserId bob;
  private RoomId room;

  @BeforeEach
  void meet() {
    ada = register("ada");
    bob = register("bob");
    room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
  }

  @Test
  void theSettingIsTheRoomsAndIsToldOnce() {
    last(60);
    last(60);
    assertThat(facts(room))
        .filteredOn(Fact.RoomUpdated.class::isInstance)
        .containsExactly(new Fact.RoomUpdated(null, null, null, null, 60));
    assertThat(summary().expireSeconds()).isEqualTo(60);
    append(room, ada, new Change.Describe("Looms", null, null, 10, null));
    assertThat(summary().expireSeconds()).isEqualTo(60);

    last(0);
    assertThat(facts(room)).last().isEqualTo(new Fact.RoomUpdated(null, null, null, null, 0));
    assertThat(summary().expireSeconds()).isNull();
    assertThat(summary().slowModeSeconds()).isEqualTo(10);
    assertRefused(
        () -> append(room, bob, new Change.Describe(null, null, null, null, 60)),
        ErrorCode.FORBIDDEN);
  }

  @Test
  void aMessageKeepsTheEndThatItWasPostedWith() {
    last(60);
    DurableEvent posted = post(room, bob, "soon gone");
    passMillis(10);
    append(room, bob, new Change.Edit(posted.seq(), "soon gone, edited", Mentions.NONE));
    last(0);
    DurableEvent staying = post(room, bob, "staying");

    assertThat(end(posted))
        .isEqualTo(START.plusMillis(MINUTE))
        .isEqualTo(posted.at().plusMillis(MINUTE));
    assertThat(log(room)).contains(staying);
    assertThat(read(posted.seq()).expiresAt()).isEqualTo(START.plusMillis(MINUTE));
    assertThat(read(posted.seq()).expired()).isNull();
    assertThat(read(staying.seq()).expiresAt()).isNull();
    assertThat(expiries().next()).hasValue(START.plusMillis(MINUTE));
  }

  @Test
  void repliesPollsAndForwardsEndAsTheirRoomSays() {
    RoomId other = privateRoom(ada, "Looms");
    long kept = post(other, ada, "kept elsewhere").seq();
    last(60);
    long root = post(room, bob, "root").seq();
    Change.InThread thread = new Change.InThread(root, false);
    Ballot ballot = new Ballot(List.of("Mill", "Store"), null);
    List<DurableEvent> ending =
        List.of(
            appended(room, bob, new Change.Post("an answer", Mentions.NONE, root, thread)),
            appended(
                room, bob, new Change.Post("poll", Mentions.NONE, null, null, List.of(), ballot)),
            appended(room, ada, new Change.Forward(other, kept)));
    assertThat(ending).extracting(this::end).containsOnly(START.plusMillis(MINUTE));
    assertThat(log(room)).containsAll(ending);

    DurableEvent copy = appended(other, ada, new Change.Forward(room, root));
    assertThat(((Fact.MessagePosted) copy.data()).expiresAt()).isNull();
    passMillis(MINUTE);
    expireAll();
    assertThat(log(room).toString()).doesNotContain("an answer", "kept elsewhere", "Mill");
    assertThat(read(root).replies()).isNotNull();
    assertThat(log(other)).last().isEqualTo(copy);
  }

  @Test
  void atItsTimeItIsDeletedAndItsTextIsGoneEverywhere() {
    last(60);
    long target = post(room, bob, "secret engine").seq();
    append(room, bob, new Change.Edit(target, "secret loom", Mentions.NONE));
    append(room, ada, new Change.React(target, "👍"));
    append(room, ada, new Change.Pin(target));
    passMillis(MINUTE - 1);
    assertThat(due(10)).isEmpty();
    assertThat(await(expiries().expire(new Expiries.Due(room, target, bob)))).isFalse();

    passMillis(1);
    assertThat(due(10)).containsExactly(new Expiries.Due(room, target, bob));
    expireAll();
    DurableEvent deleted = log(room).getLast();
    assertThat(deleted.data()).isEqualTo(new Fact.MessageDeleted(target, true));
    assertThat(deleted.by()).isEqualTo(bob);
    assertThat(store.announced()).last().isEqualTo(deleted);
    assertThat(log(room).toString()).doesNotContain("secret");
    Message message = read(target);
    assertThat(message.text()).isEmpty();
    assertThat(message.deleted()).isTrue();
    assertThat(message.expired()).isTrue();
    assertThat(message.expiresAt()).isNull();
    assertThat(message.reactions()).isNull();
    assertThat(store.ports().log().pins(room, ada).items()).isEmpty();
    assertThat(requireNonNull(summary().last()).text()).isEmpty();
    assertThat(append(room, bob, new Change.Delete(target))).isEqualTo(new Outcome.Unchanged());
    assertRefused(() -> append(room, bob, new Change.Pin(target)), ErrorCode.NOT_FOUND, "target");
  }

  @Test
  void itHappensOnceWhoeverAsks() {
    last(60);
    long target = post(room, bob, "secret").seq();
    passMillis(MINUTE);
    Expiries.Due due = due(10).getFirst();
    assertThat(await(expiries().expire(due))).isTrue();
    long head = log(room).getLast().seq();
    assertThat(await(expiries().expire(due))).isFalse();
    assertThat(due(10)).isEmpty();
    assertThat(expiries().next()).isEmpty();
    assertThat(log(room)).last().extracting(DurableEvent::seq).isEqualTo(head);
    assertThat(facts(room)).last().isEqualTo(new Fact.MessageDeleted(target, true));
  }

  @Test
  void whatWasTakenBackByHandDoesNotExpire() {
    last(60);
    long target = post(room, bob, "oops").seq();
    append(room, bob, new Change.Delete(target));
    assertThat(expiries().next()).isEmpty();
    passMillis(MINUTE);

    assertThat(due(10)).isEmpty();
    assertThat(await(expiries().expire(new Expiries.Due(room, target, bob)))).isFalse();
    assertThat(facts(room)).last().isEqualTo(new Fact.MessageDeleted(target));
    assertThat(read(target).expired()).isNull();
  }

  @Test
  void thoseThatEndFirstAreDueFirst() {
    last(120);
    long late = post(room, bob, "late").seq();
    last(60);
    long first = post(room, bob, "first").seq();
    passMillis(1);
    long second = post(room, bob, "second").seq();
    passMillis(10 * MINUTE);

    assertThat(due(2)).extracting(Expiries.Due::seq).containsExactly(first, second);
    due(2).forEach(one -> await(expiries().expire(one)));
    assertThat(due(2)).extracting(Expiries.Due::seq).containsExactly(late);
  }

  @Test
  void neitherAnArchiveNorAWriterWhoHasGoneKeepsIt() {
    last(60);
    long target = post(room, bob, "secret").seq();
    append(room, bob, new Change.Leave());
    append(room, ada, new Change.Archive());
    passMillis(MINUTE);

    expireAll();
    assertThat(facts(room)).last().isEqualTo(new Fact.MessageDeleted(target, true));
    assertThat(log(room).toString()).doesNotContain("secret");
  }

  private void last(int seconds) {
    append(room, ada, new Change.Describe(null, null, null, null, seconds));
  }

  private Expiries expiries() {
    return store.ports().expiries();
  }

  private List<Expiries.Due> due(int limit) {
    return expiries().due(now(), limit);
  }

  private void expireAll() {
    due(100).forEach(one -> assertThat(await(expiries().expire(one))).isTrue());
  }

  private Instant end(DurableEvent event) {
    return requireNonNull(((Fact.MessagePosted) event.data()).expiresAt());
  }

  private RoomSummary summary() {
    return store.ports().rooms().find(room, bob).orElseThrow();
  }

  private Message read(long seq) {
    HistoryWindow there = new HistoryWindow.Around(seq);
    return store.ports().log().messages(room, ada, there, 1).items().getFirst();
  }
}
