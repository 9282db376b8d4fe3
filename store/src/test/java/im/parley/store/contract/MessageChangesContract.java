package im.parley.store.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.log.Change;
import im.parley.core.log.HistoryWindow;
import im.parley.core.log.Mentions;
import im.parley.core.log.Outcome;
import im.parley.core.log.RoomLog;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Message;
import im.parley.protocol.view.Reaction;
import im.parley.protocol.view.Replies;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of messages: edits, deletions, reactions, threads, pins and mentions. */
public abstract class MessageChangesContract extends StoreContract {

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
  void anEditChangesWhatIsReadAndStaysInTheLog() {
    long target = post(room, ada, "helo").seq();
    passMillis(5);
    DurableEvent edit = change(ada, edit(target, "hello"));

    assertThat(edit.data()).isEqualTo(new Fact.MessageEdited(target, "hello", null));
    assertThat(log(room)).last().isEqualTo(edit);
    Message message = read(target);
    assertThat(message.text()).isEqualTo("hello");
    assertThat(message.editedAt()).isEqualTo(START.plusMillis(5));
    assertThat(preview()).isEqualTo("hello");
  }

  @Test
  void onlyItsWriterEditsAMessage() {
    long target = post(room, bob, "mine").seq();

    assertRefused(() -> append(room, ada, edit(target, "yours")), ErrorCode.FORBIDDEN);
    assertRefused(
        () -> append(room, bob, edit(1, "a join is no message")), ErrorCode.NOT_FOUND, "target");
    assertRefused(() -> append(room, bob, edit(99, "nothing")), ErrorCode.NOT_FOUND, "target");
  }

  @Test
  void theSameKeyEditsOnceAndAKeyNamesOneChange() {
    long target = post(room, ada, "helo").seq();
    Outcome first = append(room, ada, "k1", edit(target, "hello"));
    Outcome again = append(room, ada, "k1", edit(target, "hello"));

    assertThat(again).isEqualTo(new Outcome.Repeated(((Outcome.Appended) first).event()));
    assertRefused(
        () -> append(room, ada, "k1", new Change.Delete(target)), ErrorCode.CONFLICT, "key");
  }

  @Test
  void aDeletedTextIsGoneEverywhere() {
    long target = post(room, ada, "secret one").seq();
    change(ada, edit(target, "secret two"));
    change(bob, new Change.React(target, "👍"));
    change(bob, new Change.Pin(target));
    DurableEvent deleted = change(ada, new Change.Delete(target));

    assertThat(deleted.data()).isEqualTo(new Fact.MessageDeleted(target));
    assertThat(log(room).toString()).doesNotContain("secret");
    Message message = read(target);
    assertThat(message.text()).isEmpty();
    assertThat(message.deleted()).isTrue();
    assertThat(message.reactions()).isNull();
    assertThat(store.ports().log().pins(room, ada).items()).isEmpty();
    assertThat(preview()).isEmpty();
  }

  @Test
  void aDeletedMessageStaysDeleted() {
    long target = post(room, bob, "oops").seq();
    change(ada, new Change.Delete(target)); // she owns the room

    assertThat(append(room, bob, new Change.Delete(target))).isEqualTo(new Outcome.Unchanged());
    assertRefused(() -> append(room, bob, edit(target, "back")), ErrorCode.NOT_FOUND, "target");
    assertRefused(
        () -> append(room, bob, new Change.React(target, "👍")), ErrorCode.NOT_FOUND, "target");
    assertThat(read(target).text()).isEmpty();
  }

  @Test
  void reactionsAreCountedOncePerPersonInTheOrderInWhichTheyBegan() {
    long target = post(room, ada, "hello").seq();
    change(ada, new Change.React(target, "👍"));
    change(bob, new Change.React(target, "🎉"));
    change(bob, new Change.React(target, "👍"));

    assertThat(append(room, bob, new Change.React(target, "👍")))
        .isEqualTo(new Outcome.Unchanged());
    assertThat(readAs(ada, target).reactions())
        .containsExactly(new Reaction("👍", 2, true), new Reaction("🎉", 1, false));

    change(ada, new Change.Unreact(target, "👍"));
    assertThat(append(room, ada, new Change.Unreact(target, "👍")))
        .isEqualTo(new Outcome.Unchanged());
    assertThat(readAs(ada, target).reactions())
        .containsExactly(new Reaction("🎉", 1, false), new Reaction("👍", 1, false));
  }

  @Test
  void aMessageHasTwentyDifferentEmojiAtMost() {
    long target = post(room, ada, "hello").seq();
    for (int i = 0; i < RoomLog.MAX_EMOJI; i++) {
      change(ada, new Change.React(target, Character.toString(0x1f600 + i)));
    }

    assertRefused(
        () -> append(room, ada, new Change.React(target, "👍")), ErrorCode.CONFLICT, "emoji");
    change(bob, new Change.React(target, Character.toString(0x1f600)));
  }

  @Test
  void aThreadIsReadFromItsRootAndSummedUpThere() {
    long root = post(room, ada, "root").seq();
    long other = post(room, ada, "other").seq();
    long first = change(bob, reply("first", root)).seq();
    long second = change(ada, reply("second", root)).seq();

    assertThat(thread(root, 0, 50)).containsExactly(root, first, second);
    assertThat(thread(root, 0, 2)).containsExactly(root, first);
    assertThat(thread(root, first, 50)).containsExactly(second);
    assertThat(thread(99, 0, 50)).isEmpty();
    assertThat(read(root).replies()).isEqualTo(new Replies(2, second, List.of(ada, bob)));
    assertThat(read(other).replies()).isNull();
    assertThat(read(first).thread()).isEqualTo(root);
    assertRefused(() -> append(room, ada, reply("deeper", first)), ErrorCode.BAD_REQUEST, "thread");
    assertRefused(() -> append(room, ada, reply("nowhere", 99)), ErrorCode.NOT_FOUND, "thread");
  }

  @Test
  void anAnswerNamesWhatItAnswers() {
    long target = post(room, ada, "what?").seq();
    DurableEvent answer = change(bob, new Change.Post("that", Mentions.NONE, target, null));

    assertThat(((Fact.MessagePosted) answer.data()).replyTo()).isEqualTo(target);
    assertThat(log(room)).last().isEqualTo(answer);
    assertThat(read(answer.seq()).replyTo()).isEqualTo(target);
    assertRefused(
        () -> append(room, bob, new Change.Post("that", Mentions.NONE, 99L, null)),
        ErrorCode.NOT_FOUND,
        "replyTo");
  }

  @Test
  void pinsAreAListWithABound() {
    long first = post(room, ada, "first").seq();
    long second = post(room, ada, "second").seq();
    change(bob, new Change.Pin(second));
    change(bob, new Change.Pin(first));

    assertThat(append(room, ada, new Change.Pin(first))).isEqualTo(new Outcome.Unchanged());
    assertThat(store.ports().log().pins(room, ada).items())
        .extracting(Message::seq)
        .containsExactly(first, second);
    assertThat(read(first).pinned()).isTrue();

    change(ada, new Change.Unpin(first));
    assertThat(append(room, ada, new Change.Unpin(first))).isEqualTo(new Outcome.Unchanged());
    assertThat(read(first).pinned()).isNull();

    for (int i = 1; i < RoomLog.MAX_PINS; i++) {
      change(ada, new Change.Pin(post(room, ada, "pin " + i).seq()));
    }
    assertRefused(() -> append(room, ada, new Change.Pin(first)), ErrorCode.CONFLICT, "target");
  }

  @Test
  void mentionsAreOfMembersAndCountUntilTheyAreRead() {
    register("eve");
    DurableEvent event = change(ada, naming("@bob @eve @nobody", Set.of("bob", "eve", "nobody")));

    assertThat(((Fact.MessagePosted) event.data()).mentions()).containsExactly(bob.value());
    assertThat(mentions(bob)).isEqualTo(1);
    assertThat(mentions(ada)).isZero();

    change(ada, new Change.Post("@room", new Mentions(Set.of("bob"), Set.of("@room")), null, null));
    assertThat(mentions(bob)).isEqualTo(2);
    assertThat(mentions(ada)).isZero();

    assertThat(store.ports().readMarks().mark(room, bob, event.seq()).position().mentions())
        .isEqualTo(1);
    assertThat(mentions(bob)).isEqualTo(1);
    post(room, bob, "seen");
    assertThat(mentions(bob)).isZero();
  }

  @Test
  void anEditMentionsOthersAndADeletionNobodyButWhoWasToldStaysTold() {
    long target = change(ada, naming("@bob", Set.of("bob"))).seq();
    long other = change(ada, naming("nobody", Set.of())).seq();
    change(ada, edit(target, "nobody"));
    change(ada, new Change.Edit(other, "@bob @ada", new Mentions(Set.of("bob", "ada"), Set.of())));
    assertThat(read(target).mentions()).isNull();
    assertThat(read(other).mentions()).containsExactlyInAnyOrder(bob.value(), ada.value());
    assertThat(mentions(bob)).isEqualTo(1);

    change(ada, new Change.Delete(target));
    change(ada, new Change.Delete(other));
    assertThat(read(other).mentions()).isNull();
    assertThat(mentions(bob)).isEqualTo(1);
  }

  @Test
  void theLogKeepsWhomAMessageNamedWhenItWasPosted() {
    long target = change(ada, naming("@bob", Set.of("bob"))).seq();
    change(ada, edit(target, "nobody"));
    DurableEvent posted = store.ports().log().events(room, target - 1, 1).items().getFirst();
    assertThat(posted.data())
        .isInstanceOfSatisfying(
            Fact.MessagePosted.class,
            fact -> {
              assertThat(fact.text()).isEqualTo("nobody");
              assertThat(fact.mentions()).containsExactly(bob.value());
            });
  }

  private DurableEvent change(UserId by, Change change) {
    return ((Outcome.Appended) append(room, by, change)).event();
  }

  private static Change edit(long target, String text) {
    return new Change.Edit(target, text, Mentions.NONE);
  }

  private static Change reply(String text, long root) {
    return new Change.Post(text, Mentions.NONE, null, new Change.InThread(root, false));
  }

  private static Change naming(String text, Set<String> usernames) {
    return new Change.Post(text, new Mentions(usernames, Set.of()), null, null);
  }

  private Message read(long seq) {
    return readAs(bob, seq);
  }

  private Message readAs(UserId viewer, long seq) {
    HistoryWindow there = new HistoryWindow.Around(seq);
    return store.ports().log().messages(room, viewer, there, 1).items().getFirst();
  }

  private String preview() {
    return requireNonNull(store.ports().rooms().find(room, bob).orElseThrow().last()).text();
  }

  private List<Long> thread(long root, long after, int limit) {
    return store.ports().log().thread(room, bob, root, after, limit).items().stream()
        .map(Message::seq)
        .toList();
  }

  private long mentions(UserId user) {
    return store.ports().rooms().find(room, user).orElseThrow().mentions();
  }
}
