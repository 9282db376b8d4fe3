package im.parley.core.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.InMemoryAccounts;
import im.parley.core.fake.TestChat;
import im.parley.protocol.command.CreateRoom;
import im.parley.protocol.command.DeleteMessage;
import im.parley.protocol.command.GetRoom;
import im.parley.protocol.command.JoinRoom;
import im.parley.protocol.command.ScheduleMessage;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.command.UpdateRoom;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.view.RoomKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExpiryTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @AutoClose private final TestChat chat = new TestChat();
  private final Caller.SignedIn ada = chat.signUp("ada");
  private final Caller.SignedIn bob = chat.signUp("bob");
  private final RoomId room =
      chat.ask(ada, new CreateRoom(RoomKind.PUBLIC, "Engines", null, null, null)).room().id();

  @BeforeEach
  void start() {
    chat.core().startClocks();
    chat.clock().advance(Duration.ZERO);
    chat.ask(bob, new JoinRoom(room));
    last(60);
  }

  @Test
  void theSettingIsForThoseWhoKeepTheRoom() {
    assertThat(chat.ask(bob, new GetRoom(room)).room().expireSeconds()).isEqualTo(60);
    assertThat(chat.refusal(bob, setting(room, 0)).code()).isEqualTo(ErrorCode.FORBIDDEN);
    last(0);
    assertThat(chat.ask(bob, new GetRoom(room)).room().expireSeconds()).isNull();
  }

  @Test
  void aMessageIsDeletedAtItsTimeAndNoSooner() {
    long seq = say("k1");
    chat.clock().advance(MINUTE.minusMillis(1));
    assertThat(deleted()).isEmpty();

    chat.clock().advance(Duration.ofMillis(1));
    DurableEvent last = log().getLast();
    assertThat(last.data()).isEqualTo(new Fact.MessageDeleted(seq, true));
    assertThat(last.by()).isEqualTo(bob.user());
    chat.clock().advance(MINUTE.multipliedBy(5));
    assertThat(deleted()).containsExactly(seq);
  }

  @Test
  void whatIsShorterEndsSoonerAndWhatWasTakenBackNotAtAll() {
    long late = say("k1");
    last(5);
    long soon = say("k2");
    long never = say("k3");
    chat.ask(bob, new DeleteMessage(room, never, new MessageKey("d1")));
    chat.clock().advance(Duration.ofSeconds(5));
    assertThat(deleted()).containsExactly(never, soon);

    chat.clock().advance(MINUTE);
    assertThat(deleted()).containsExactly(never, soon, late);
  }

  @Test
  void whatIsSentLaterLastsFromWhenItIsSent() {
    chat.ask(
        bob,
        new ScheduleMessage(room, new MessageKey("k1"), "x", chat.clock().instant().plus(MINUTE)));
    chat.clock().advance(MINUTE);
    Fact.MessagePosted posted = (Fact.MessagePosted) log().getLast().data();
    assertThat(posted.expiresAt()).isEqualTo(chat.clock().instant().plus(MINUTE));
    chat.clock().advance(MINUTE);
    assertThat(deleted()).hasSize(1);
  }

  @Test
  void moreThanAPageGoesInOneGo() {
    for (int i = 1; i <= 2 * Expirer.PAGE + 1; i++) {
      say("k" + i);
    }
    chat.clock().advance(MINUTE);
    assertThat(deleted()).hasSize(2 * Expirer.PAGE + 1).doesNotHaveDuplicates();
  }

  @Test
  void theAlarmIsSetForTheEarliestAlone() {
    int others = chat.clock().timers();
    for (int i = 1; i <= 50; i++) {
      say("k" + i);
    }
    assertThat(chat.clock().timers()).isEqualTo(others);
  }

  @Test
  void whatTheServerCannotDoNowIsTriedAgain() {
    say("k1");
    chat.log().refuse(RefusedException.later(ErrorCode.OVERLOADED, "Busy", 200));
    chat.clock().advance(MINUTE);
    chat.log().accept();
    assertThat(deleted()).isEmpty();

    chat.clock().advance(Duration.ofSeconds(5));
    assertThat(deleted()).hasSize(1);
  }

  @Test
  void whatIsOverdueGoesAtTheStart() {
    try (TestChat restarted = new TestChat()) {
      Caller.SignedIn carol = restarted.signUp("carol");
      RoomId general = InMemoryAccounts.GENERAL;
      RoomId own =
          restarted
              .ask(carol, new CreateRoom(RoomKind.PRIVATE, "Own", null, null, null))
              .room()
              .id();
      restarted.ask(carol, setting(own, 60));
      restarted.ask(carol, new SendMessage(own, new MessageKey("k1"), "gone"));
      restarted.ask(carol, new SendMessage(general, new MessageKey("k2"), "stays"));
      restarted.clock().advance(MINUTE.multipliedBy(5));

      restarted.core().startClocks();
      restarted.clock().advance(Duration.ZERO);
      assertThat(restarted.log().events(own, 0, 100).items())
          .last()
          .extracting(DurableEvent::data)
          .isInstanceOf(Fact.MessageDeleted.class);
      assertThat(restarted.log().events(general, 0, 100).items())
          .last()
          .extracting(DurableEvent::data)
          .isInstanceOf(Fact.MessagePosted.class);
    }
  }

  private void last(int seconds) {
    chat.ask(ada, setting(room, seconds));
  }

  private static UpdateRoom setting(RoomId room, int seconds) {
    return new UpdateRoom(room, null, null, null, null, seconds, null);
  }

  private long say(String key) {
    return chat.ask(bob, new SendMessage(room, new MessageKey(key), "secret")).seq();
  }

  private List<DurableEvent> log() {
    return chat.log().events(room, 0, 1000).items();
  }

  /** The messages that were deleted, by hand or by time, in that order. */
  private List<Long> deleted() {
    return log().stream()
        .<Long>mapMulti((event, targets) -> {
          if (event.data() instanceof Fact.MessageDeleted(long target, _)) {
            targets.accept(target);
          }
        })
        .toList();
  }
}
