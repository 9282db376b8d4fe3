package im.parley.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.InMemoryAccounts;
import im.parley.core.fake.TestChat;
import im.parley.core.log.RoomRules;
import im.parley.protocol.command.CreateRoom;
import im.parley.protocol.command.GetHistory;
import im.parley.protocol.command.ListEvents;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.command.UpdateRoom;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Events;
import im.parley.protocol.reply.MessageSent;
import im.parley.protocol.reply.Messages;
import im.parley.protocol.view.Message;
import im.parley.protocol.view.RoomKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final RoomId GENERAL = InMemoryAccounts.GENERAL;

  @AutoClose private final TestChat chat = new TestChat();
  private final Caller.SignedIn ada = chat.signUp("ada");
  private final Caller.SignedIn grace = chat.signUp("grace");

  @Test
  void aMessageHasItsPlaceAndReachesTheRoom() {
    chat.bus().forget();

    MessageSent sent = say("hello");

    assertThat(sent).isEqualTo(new MessageSent(3, 1, chat.clock().instant(), null));
    assertThat(chat.bus().published())
        .containsExactly(
            new DurableEvent(
                GENERAL,
                3,
                sent.at(),
                ada.user(),
                new Fact.MessagePosted("hello", 1, new MessageKey("hello"))));
  }

  @Test
  void aKeySaysSomethingOnceForEachSender() {
    MessageSent first = say("hello");
    chat.bus().forget();

    MessageSent again = chat.ask(ada, new SendMessage(GENERAL, new MessageKey("hello"), "other"));
    assertThat(again).isEqualTo(new MessageSent(first.seq(), first.number(), first.at(), true));
    assertThat(chat.bus().published()).isEmpty();

    MessageSent grace = chat.ask(this.grace, message("hello"));
    assertThat(grace.duplicate()).isNull();
    assertThat(grace.number()).isEqualTo(2);
  }

  @Test
  void aKeyNamesOneCommandOnly() {
    MessageKey key = new MessageKey("k1");
    RoomId engines = engines(RoomKind.PUBLIC);
    chat.ask(ada, new UpdateRoom(engines, "Looms", null, null, null, null, key));
    say("hello");

    Refusal otherKind = chat.refusal(ada, new SendMessage(engines, key, "hi"));
    Refusal otherRoom = chat.refusal(ada, new SendMessage(engines, new MessageKey("hello"), "hi"));

    assertThat(otherKind.code()).isEqualTo(ErrorCode.CONFLICT);
    assertThat(otherKind.field()).isEqualTo("key");
    assertThat(otherRoom).isEqualTo(otherKind);
  }

  @Test
  void onlyMembersSpeakAndRead() {
    RoomId open = engines(RoomKind.PUBLIC);
    RoomId secret = engines(RoomKind.PRIVATE);

    assertReadAndSpeakRefused(open, RoomRules.joinFirst());
    assertReadAndSpeakRefused(secret, RoomRules.noSuchRoom());
    assertReadAndSpeakRefused(new RoomId("missing"), RoomRules.noSuchRoom());
  }

  @Test
  void anOverloadedLogSaysWhenToComeBack() {
    chat.log().refuse(RefusedException.later(ErrorCode.OVERLOADED, "Too much at once", 50));

    Refusal refusal = chat.refusal(ada, message("hello"));

    assertThat(refusal.code()).isEqualTo(ErrorCode.OVERLOADED);
    assertThat(refusal.retryAfterMs()).isEqualTo(50);
  }

  @Test
  void showsTheHistoryFromEverySide() {
    for (int i = 1; i <= 9; i++) {
      say("m" + i);
    }
    // Two people joined first, so m1 is seq 3 and m9 is seq 11.
    assertHistory(history(null, null, null, 3), true, "m7", "m8", "m9");
    assertHistory(history(9L, null, null, 3), true, "m4", "m5", "m6");
    assertHistory(history(6L, null, null, 3), false, "m1", "m2", "m3");
    assertHistory(history(null, 8L, null, 2), true, "m7", "m8");
    assertHistory(history(null, 8L, null, 3), false, "m7", "m8", "m9");
    assertHistory(history(null, null, 7L, 4), true, "m4", "m5", "m6", "m7");
  }

  @Test
  void showsTheLogItself() {
    say("hello");

    Events all = chat.ask(grace, new ListEvents(GENERAL, null, null));
    Events middle = chat.ask(grace, new ListEvents(GENERAL, 1L, 1));

    assertThat(all.events()).extracting(DurableEvent::seq).containsExactly(1L, 2L, 3L);
    assertThat(all.more()).isFalse();
    assertThat(middle.events()).extracting(DurableEvent::seq).containsExactly(2L);
    assertThat(middle.more()).isTrue();
  }

  private void assertReadAndSpeakRefused(RoomId room, RefusedException with) {
    assertThat(chat.refusal(grace, new SendMessage(room, new MessageKey("k"), "hi")))
        .isEqualTo(with.refusal());
    assertThat(chat.refusal(grace, new GetHistory(room, null, null, null, null)))
        .isEqualTo(with.refusal());
    assertThat(chat.refusal(grace, new ListEvents(room, null, null))).isEqualTo(with.refusal());
  }

  private static void assertHistory(Messages page, boolean more, String... texts) {
    assertThat(page.messages()).extracting(Message::text).containsExactly(texts);
    assertThat(page.more()).isEqualTo(more);
  }

  private Messages history(
      @Nullable Long before, @Nullable Long after, @Nullable Long around, int limit) {
    return chat.ask(grace, new GetHistory(GENERAL, before, after, around, limit));
  }

  private MessageSent say(String text) {
    return chat.ask(ada, message(text));
  }

  private static SendMessage message(String text) {
    return new SendMessage(GENERAL, new MessageKey(text), text);
  }

  private RoomId engines(RoomKind kind) {
    return chat.ask(ada, new CreateRoom(kind, "Engines", null, null, null)).room().id();
  }
}
