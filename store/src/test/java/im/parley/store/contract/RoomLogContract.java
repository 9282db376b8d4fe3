package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.core.log.Change;
import im.parley.core.log.HistoryWindow;
import im.parley.core.log.NewRoom;
import im.parley.core.log.Outcome;
import im.parley.core.log.Page;
import im.parley.core.log.RoomCreated;
import im.parley.core.room.Rooms;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Message;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import im.parley.protocol.view.RoomSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link im.parley.core.log.RoomLog} promises: order, once, rules, and pages of it. */
public abstract class RoomLogContract extends StoreContract {

  @Test
  void aLogBeginsWithItsMakerAndCountsFromOne() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");
    DurableEvent hello = post(room, ada, "hello");
    passMillis(5);
    DurableEvent again = post(room, ada, "again");

    assertThat(log(room).getFirst().data()).isEqualTo(new Fact.MemberJoined(ada, Role.OWNER));
    assertThat(log(room)).extracting(DurableEvent::seq).containsExactly(1L, 2L, 3L);
    assertThat(log(room)).element(1).isEqualTo(hello);
    assertThat(log(room)).element(2).isEqualTo(again);
    assertThat(hello.at()).isEqualTo(START);
    assertThat(again.at()).isEqualTo(START.plusMillis(5));
    assertThat(((Fact.MessagePosted) again.data()).number()).isEqualTo(2);
  }

  @Test
  void aKeyHappensOnceAndIsAnsweredWithTheFirstResult() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");
    Outcome first = append(room, ada, "k1", new Change.Post("hello"));
    post(room, ada, "in between");
    Outcome second = append(room, ada, "k1", new Change.Post("hello"));

    DurableEvent event = ((Outcome.Appended) first).event();
    assertThat(second).isEqualTo(new Outcome.Repeated(event));
    assertThat(log(room)).hasSize(3);
  }

  @Test
  void aKeyBelongsToItsSender() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = general(ada);
    append(room, ada, "k1", new Change.Post("from ada"));

    assertThat(append(room, bob, "k1", new Change.Post("from bob")))
        .isInstanceOf(Outcome.Appended.class);
  }

  @Test
  void aRepeatedKeyIsAnsweredEvenWhenItsChangeWouldNoLongerBeAllowed() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
    append(room, bob, "k1", new Change.Post("said in time"));
    append(room, bob, "k2", new Change.Leave());

    assertThat(append(room, bob, "k1", new Change.Post("said in time")))
        .isInstanceOf(Outcome.Repeated.class);
    assertThat(append(room, bob, "k2", new Change.Leave())).isInstanceOf(Outcome.Repeated.class);
  }

  @Test
  void aKeyUsedForSomethingElseIsAConflict() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    RoomId other = publicRoom(ada, "Other");
    append(room, ada, "post", new Change.Post("hello"));
    append(room, ada, "add", new Change.Add(bob));

    assertConflictOfKey(other, ada, "post", new Change.Post("hello"));
    assertConflictOfKey(room, ada, "post", new Change.Describe("Name", null, null));
    assertConflictOfKey(room, ada, "post", new Change.Leave());
    assertConflictOfKey(room, ada, "add", new Change.Add(ada));
    assertConflictOfKey(room, ada, "add", new Change.Remove(bob));
    assertRefused(
        () -> create(newRoom(RoomKind.PUBLIC, ada, "post", "Third")), ErrorCode.CONFLICT, "key");
  }

  private void assertConflictOfKey(RoomId room, UserId by, String key, Change change) {
    assertRefused(() -> append(room, by, key, change), ErrorCode.CONFLICT, "key");
  }

  @Test
  void theRulesAreAskedAndARefusalLeavesNothing() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId open = publicRoom(ada, "Open");
    RoomId closed = privateRoom(ada, "Closed");

    assertRefused(() -> post(open, bob, "hi"), ErrorCode.FORBIDDEN);
    assertRefused(() -> post(closed, bob, "hi"), ErrorCode.NOT_FOUND, "room");
    assertRefused(() -> append(closed, bob, new Change.Join()), ErrorCode.NOT_FOUND, "room");
    assertRefused(() -> post(RoomId.random(), bob, "hi"), ErrorCode.NOT_FOUND, "room");
    assertRefused(
        () -> append(open, ada, new Change.Add(UserId.random())), ErrorCode.NOT_FOUND, "user");
    assertThat(log(open)).hasSize(1);
    assertThat(log(closed)).hasSize(1);
  }

  @Test
  void peopleComeAndGo() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    UserId eve = register("eve");
    RoomId room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
    append(room, bob, new Change.Add(eve));
    append(room, ada, new Change.Remove(eve));
    append(room, bob, new Change.Leave());

    assertThat(facts(room))
        .containsExactly(
            new Fact.MemberJoined(ada, Role.OWNER),
            new Fact.MemberJoined(bob, Role.MEMBER),
            new Fact.MemberJoined(eve, Role.MEMBER),
            new Fact.MemberLeft(eve, LeaveReason.REMOVED),
            new Fact.MemberLeft(bob, LeaveReason.LEFT));
    assertThat(log(room)).extracting(DurableEvent::by).containsExactly(ada, bob, bob, ada, bob);
    assertThat(store.rooms().isMember(room, ada)).isTrue();
    assertThat(store.rooms().isMember(room, bob)).isFalse();
    assertThat(store.rooms().isMember(room, eve)).isFalse();
    assertRefused(() -> post(room, bob, "one more thing"), ErrorCode.FORBIDDEN);
  }

  @Test
  void whatIsSoAlreadyChangesNothing() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");

    assertThat(append(room, ada, new Change.Join())).isEqualTo(new Outcome.Unchanged());
    assertThat(append(room, ada, new Change.Add(ada))).isEqualTo(new Outcome.Unchanged());
    assertThat(append(room, bob, new Change.Leave())).isEqualTo(new Outcome.Unchanged());
    assertThat(append(room, ada, new Change.Describe("Engines", "", "")))
        .isEqualTo(new Outcome.Unchanged());
    assertThat(log(room)).hasSize(1);
  }

  @Test
  void theLastOwnerWhoLeavesHandsOnToWhoHasBeenThereLongest() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    UserId eve = register("eve");
    RoomId room = publicRoom(ada, "Engines");
    append(room, eve, new Change.Join());
    append(room, bob, new Change.Join());
    append(room, ada, new Change.Leave());

    assertThat(facts(room).subList(3, 5))
        .containsExactly(
            new Fact.MemberLeft(ada, LeaveReason.LEFT), new Fact.MemberChanged(eve, Role.OWNER));
    assertThat(store.rooms().find(room, eve)).map(RoomSummary::role).hasValue(Role.OWNER);
    assertThat(append(room, eve, new Change.Remove(bob))).isInstanceOf(Outcome.Appended.class);

    append(room, eve, new Change.Leave());
    assertThat(store.rooms().find(room, ada)).map(RoomSummary::members).hasValue(0L);
    assertThat(log(room)).hasSize(7);
  }

  @Test
  void whoComesBackIsAnOrdinaryMember() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
    append(room, ada, new Change.Leave());
    append(room, ada, new Change.Join());

    assertThat(store.rooms().find(room, ada)).map(RoomSummary::role).hasValue(Role.MEMBER);
    append(room, bob, new Change.Leave());
    assertThat(store.rooms().find(room, ada)).map(RoomSummary::role).hasValue(Role.OWNER);
  }

  @Test
  void aDescriptionChangesWhatItNames() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");
    append(room, ada, new Change.Describe(null, "engines", "About engines"));
    append(room, ada, new Change.Describe("Motors", null, ""));

    assertThat(facts(room).subList(1, 3))
        .containsExactly(
            new Fact.RoomUpdated(null, "engines", "About engines"),
            new Fact.RoomUpdated("Motors", null, ""));
    RoomSummary summary = store.rooms().find(room, ada).orElseThrow();
    assertThat(summary.name()).isEqualTo("Motors");
    assertThat(summary.alias()).isEqualTo("engines");
    assertThat(summary.topic()).isNull();
  }

  @Test
  void anAliasNamesOneRoom() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");
    RoomId other = publicRoom(ada, "Other");
    append(room, ada, new Change.Describe(null, "engines", null));

    assertRefused(
        () -> append(other, ada, new Change.Describe(null, "engines", null)),
        ErrorCode.CONFLICT,
        "alias");
    assertRefused(
        () ->
            create(
                new NewRoom(
                    RoomId.random(),
                    RoomKind.PUBLIC,
                    "Third",
                    "engines",
                    null,
                    ada,
                    MessageKey.random(),
                    Set.of())),
        ErrorCode.CONFLICT,
        "alias");

    append(room, ada, new Change.Describe(null, "", null));
    assertThat(append(other, ada, new Change.Describe(null, "engines", null)))
        .isInstanceOf(Outcome.Appended.class);
  }

  @Test
  void aRoomIsMadeOncePerKey() {
    UserId ada = register("ada");
    NewRoom wanted = newRoom(RoomKind.PRIVATE, ada, "k1", "Engines");

    assertThat(create(wanted)).isEqualTo(new RoomCreated(wanted.id(), false));
    assertThat(create(newRoom(RoomKind.PRIVATE, ada, "k1", "Engines")))
        .isEqualTo(new RoomCreated(wanted.id(), true));
    assertThat(log(wanted.id())).hasSize(1);
  }

  @Test
  void theSamePeopleHaveTheSameDirectRoom() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    UserId eve = register("eve");
    RoomCreated first = direct(ada, bob);

    assertThat(first.existed()).isFalse();
    assertThat(direct(bob, ada)).isEqualTo(new RoomCreated(first.room(), true));
    assertThat(direct(ada, ada, bob)).isEqualTo(new RoomCreated(first.room(), true));
    assertThat(direct(ada, bob, eve).room()).isNotEqualTo(first.room());
    assertThat(facts(first.room()))
        .containsExactly(
            new Fact.MemberJoined(ada, Role.MEMBER), new Fact.MemberJoined(bob, Role.MEMBER));
    assertRefused(() -> append(first.room(), bob, new Change.Leave()), ErrorCode.FORBIDDEN);
    assertRefused(() -> direct(ada, UserId.random()), ErrorCode.NOT_FOUND, "users");
  }

  @Test
  void nobodyIsInMoreRoomsThanOneMayBeIn() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId open = publicRoom(bob, "Open");
    for (int i = 1; i < Rooms.MAX_ROOMS_PER_USER; i++) {
      publicRoom(ada, "Room " + i);
    }

    assertThat(store.rooms().positions(ada)).hasSize(Rooms.MAX_ROOMS_PER_USER);
    assertRefused(() -> publicRoom(ada, "Too many"), ErrorCode.CONFLICT);
    assertRefused(() -> append(open, ada, new Change.Join()), ErrorCode.CONFLICT);
    assertRefused(() -> append(open, bob, new Change.Add(ada)), ErrorCode.CONFLICT, "user");
    assertRefused(() -> direct(bob, ada), ErrorCode.CONFLICT, "users");
    assertThat(log(open)).hasSize(1);
  }

  @Test
  void everyCommitIsAnnouncedBeforeItIsAnswered() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");
    for (int i = 0; i < 20; i++) {
      DurableEvent event = post(room, ada, "message " + i);
      assertThat(store.announced()).last().isEqualTo(event);
    }
    append(room, ada, "k1", new Change.Post("twice"));
    append(room, ada, "k1", new Change.Post("twice"));

    assertThat(store.announced())
        .filteredOn(event -> event.room().equals(room))
        .isEqualTo(log(room));
  }

  @Test
  void eventsComeInPages() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");
    for (int i = 0; i < 9; i++) {
      post(room, ada, "message " + i);
    }
    publicRoom(ada, "The next room of the store");

    Page<DurableEvent> middle = store.log().events(room, 4, 3);
    assertThat(middle.items()).extracting(DurableEvent::seq).containsExactly(5L, 6L, 7L);
    assertThat(middle.more()).isTrue();
    Page<DurableEvent> last = store.log().events(room, 7, 3);
    assertThat(last.items()).extracting(DurableEvent::seq).containsExactly(8L, 9L, 10L);
    assertThat(last.more()).isFalse();
    assertThat(store.log().events(room, 10, 3)).isEqualTo(new Page<>(List.of(), false));
    assertThat(store.log().events(room, Long.MAX_VALUE, 3)).isEqualTo(new Page<>(List.of(), false));
    assertThat(store.log().events(RoomId.random(), 0, 3)).isEqualTo(new Page<>(List.of(), false));
    assertThatThrownBy(() -> store.log().events(room, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void messagesComeInPagesFromAnyPointOfTheLog() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    List<Message> all = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      DurableEvent event = post(room, ada, "message " + i);
      Fact.MessagePosted posted = (Fact.MessagePosted) event.data();
      all.add(new Message(room, event.seq(), i, event.at(), ada, posted.text(), posted.key()));
      append(room, bob, i % 2 == 1 ? new Change.Join() : new Change.Leave());
    }

    // Seqs 2, 4, …, 20 are the messages; what lies between is not.
    assertPage(room, new HistoryWindow.Newest(), 3, all.subList(7, 10), true);
    assertPage(room, new HistoryWindow.Newest(), 10, all, false);
    assertPage(room, new HistoryWindow.Newest(), 200, all, false);
    assertPage(room, new HistoryWindow.Before(8), 2, all.subList(1, 3), true);
    assertPage(room, new HistoryWindow.Before(8), 3, all.subList(0, 3), false);
    assertPage(room, new HistoryWindow.Before(2), 3, List.of(), false);
    assertPage(room, new HistoryWindow.Before(Long.MAX_VALUE), 1, all.subList(9, 10), true);
    assertPage(room, new HistoryWindow.After(8), 2, all.subList(4, 6), true);
    assertPage(room, new HistoryWindow.After(9), 100, all.subList(4, 10), false);
    assertPage(room, new HistoryWindow.After(20), 3, List.of(), false);
    assertPage(room, new HistoryWindow.After(0), 10, all, false);
    assertPage(room, new HistoryWindow.Around(8), 4, all.subList(2, 6), true);
    assertPage(room, new HistoryWindow.Around(9), 4, all.subList(2, 6), true);
    assertPage(room, new HistoryWindow.Around(0), 4, all.subList(0, 2), false);
    assertPage(room, new HistoryWindow.Around(Long.MAX_VALUE), 4, all.subList(8, 10), true);
    assertPage(room, new HistoryWindow.Around(8), 1, all.subList(3, 4), true);
  }

  @Test
  void aRoomWithoutMessagesHasAnEmptyHistory() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");

    assertPage(room, new HistoryWindow.Newest(), 10, List.of(), false);
    assertPage(room, new HistoryWindow.Around(5), 10, List.of(), false);
    assertPage(RoomId.random(), new HistoryWindow.Newest(), 10, List.of(), false);
  }

  @Test
  void textIsKeptAsItWasSent() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");
    String text = "'; DROP TABLE event; -- \"%_\\ \u0001 👩‍👩‍👧 漢字\r\n" + "x".repeat(7_000);

    assertThat(post(room, ada, text).data())
        .isInstanceOfSatisfying(
            Fact.MessagePosted.class, posted -> assertThat(posted.text()).isEqualTo(text));
    assertThat(store.log().messages(room, new HistoryWindow.Newest(), 1).items())
        .extracting(Message::text)
        .containsExactly(text);
  }

  private void assertPage(
      RoomId room, HistoryWindow window, int limit, List<Message> messages, boolean more) {
    assertThat(store.log().messages(room, window, limit))
        .as("%s, %d", window, limit)
        .isEqualTo(new Page<>(messages, more));
  }

  private static NewRoom newRoom(RoomKind kind, UserId by, String key, String name) {
    return new NewRoom(RoomId.random(), kind, name, null, null, by, new MessageKey(key), Set.of());
  }
}
