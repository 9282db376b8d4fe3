package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.log.Change;
import im.parley.core.log.NewRoom;
import im.parley.core.log.Outcome;
import im.parley.core.log.RoomCreated;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import im.parley.protocol.view.RoomSummary;
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
  void aDescriptionChangesWhatItNames() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");
    append(room, ada, new Change.Describe(null, "engines", "About engines"));
    append(room, ada, new Change.Describe("Motors", null, ""));

    assertThat(facts(room).subList(1, 3))
        .containsExactly(
            new Fact.RoomUpdated(null, "engines", "About engines", null, null),
            new Fact.RoomUpdated("Motors", null, "", null, null));
    RoomSummary summary = store.ports().rooms().find(room, ada).orElseThrow();
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

  private static NewRoom newRoom(RoomKind kind, UserId by, String key, String name) {
    return new NewRoom(RoomId.random(), kind, name, null, null, by, new MessageKey(key), Set.of());
  }
}
