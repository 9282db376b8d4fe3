package im.parley.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.InMemoryAccounts;
import im.parley.core.fake.RecordingBus;
import im.parley.core.fake.TestChat;
import im.parley.core.live.Notice;
import im.parley.core.log.RoomRules;
import im.parley.protocol.command.CancelScheduled;
import im.parley.protocol.command.ChangeMember;
import im.parley.protocol.command.CreateRoom;
import im.parley.protocol.command.GetHistory;
import im.parley.protocol.command.JoinRoom;
import im.parley.protocol.command.LeaveRoom;
import im.parley.protocol.command.ListScheduled;
import im.parley.protocol.command.ScheduleMessage;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.ScheduledReply;
import im.parley.protocol.view.Message;
import im.parley.protocol.view.RoomKind;
import im.parley.protocol.view.Scheduled;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final RoomId GENERAL = InMemoryAccounts.GENERAL;
  private static final Duration HOUR = Duration.ofHours(1);

  @AutoClose private final TestChat chat = new TestChat();
  private final Caller.SignedIn ada = chat.signUp("ada");
  private final Caller.SignedIn grace = chat.signUp("grace");

  @BeforeEach
  void start() {
    chat.core().startClocks();
    chat.clock().advance(Duration.ZERO);
    chat.bus().forget();
  }

  @Test
  void aMessageIsSentAtItsTimeAndNoSooner() {
    schedule("k1", "later", HOUR);
    chat.clock().advance(HOUR.minusMillis(1));
    assertThat(said()).isEmpty();
    assertThat(waiting(ada)).extracting(Scheduled::text).containsExactly("later");
    assertThat(waiting(grace)).isEmpty();

    chat.clock().advance(Duration.ofMillis(1));
    assertThat(said()).containsExactly("later");
    assertThat(waiting(ada)).isEmpty();
  }

  @Test
  void whatIsDueSoonerIsSentSoonerAndTheRestInOrder() {
    schedule("k1", "third", Duration.ofSeconds(30));
    schedule("k2", "first", Duration.ofSeconds(10));
    schedule("k3", "second", Duration.ofSeconds(10));
    chat.clock().advance(Duration.ofSeconds(10));
    assertThat(said()).containsExactly("first", "second");

    chat.clock().advance(Duration.ofSeconds(20));
    assertThat(said()).containsExactly("first", "second", "third");
  }

  @Test
  void theirOtherSessionsHearOfItAndAllHearThatItWasSent() {
    Scheduled scheduled = schedule("k1", "later", HOUR).scheduled();
    assertThat(chat.bus().notices())
        .containsExactly(
            new RecordingBus.Told(
                ada.user(), new Notice.ToldElsewhere(changed(1, scheduled), ada.session())));
    chat.bus().forget();

    chat.clock().advance(HOUR);
    assertThat(chat.bus().notices())
        .containsExactly(new RecordingBus.Told(ada.user(), new Notice.Told(changed(1, null))));
  }

  @Test
  void aKeySchedulesOnceAndSendsOnce() {
    ScheduledReply first = schedule("k1", "later", HOUR);
    ScheduledReply again = schedule("k1", "later", HOUR.multipliedBy(2));
    assertThat(again).isEqualTo(new ScheduledReply(first.scheduled(), true));
    RoomId other = room();
    assertThat(
            chat.refusal(
                    ada,
                    new ScheduleMessage(
                        other, new MessageKey("k1"), "x", chat.clock().instant().plus(HOUR)))
                .field())
        .isEqualTo("key");

    chat.ask(ada, new SendMessage(GENERAL, new MessageKey("k1"), "later"));
    chat.clock().advance(HOUR);
    assertThat(said()).containsExactly("later");
    assertThat(waiting(ada)).isEmpty();
    assertThat(chat.refusal(ada, command("k1", "later", HOUR)))
        .isEqualTo(Schedule.usedAlready().refusal());
  }

  @Test
  void whatIsCancelledIsNotSent() {
    Scheduled scheduled = schedule("k1", "later", HOUR).scheduled();
    CancelScheduled cancel = new CancelScheduled(scheduled.id());
    assertThat(chat.refusal(grace, cancel)).isEqualTo(Schedule.unknown().refusal());
    chat.bus().forget();
    chat.ask(ada, cancel);
    assertThat(chat.bus().notices())
        .containsExactly(
            new RecordingBus.Told(
                ada.user(),
                new Notice.ToldElsewhere(changed(scheduled.id(), null), ada.session())));

    chat.clock().advance(HOUR);
    assertThat(said()).isEmpty();
    assertThat(chat.refusal(ada, cancel)).isEqualTo(Schedule.unknown().refusal());
  }

  @Test
  void whatIsRefusedAtItsTimeIsKeptWithTheReason() {
    Scheduled scheduled = schedule("k1", "later", HOUR).scheduled();
    chat.ask(ada, new LeaveRoom(GENERAL));
    chat.bus().forget();
    chat.clock().advance(HOUR);

    Scheduled failed =
        scheduled.failed(
            new Scheduled.Failure(ErrorCode.FORBIDDEN, RoomRules.joinFirst().refusal().message()));
    assertThat(waiting(ada)).containsExactly(failed);
    assertThat(chat.bus().notices())
        .containsExactly(new RecordingBus.Told(ada.user(), new Notice.Told(changed(1, failed))));
    chat.ask(ada, new JoinRoom(GENERAL));
    chat.clock().advance(HOUR);
    assertThat(said()).isEmpty();
    chat.ask(ada, new CancelScheduled(failed.id()));
    assertThat(waiting(ada)).isEmpty();
  }

  @Test
  void aMuteIsLookedAtOnlyAtItsTime() {
    RoomId room = room();
    chat.ask(grace, new JoinRoom(room));
    mute(room, Duration.ofMinutes(30));
    chat.ask(
        grace,
        new ScheduleMessage(
            room, new MessageKey("k1"), "after it", chat.clock().instant().plus(HOUR)));
    chat.ask(
        grace,
        new ScheduleMessage(
            room,
            new MessageKey("k2"),
            "within it",
            chat.clock().instant().plus(Duration.ofMinutes(20))));
    chat.clock().advance(HOUR);

    assertThat(said(room)).containsExactly("after it");
    assertThat(waiting(grace))
        .extracting(it -> it.failure() == null ? null : it.failure().code())
        .containsExactly(ErrorCode.FORBIDDEN);
  }

  @Test
  void whatTheServerCannotDoNowIsTriedAgainAtLargerIntervals() {
    schedule("k1", "later", HOUR);
    chat.log().refuse(RefusedException.later(ErrorCode.OVERLOADED, "Busy", 200));
    chat.clock().advance(HOUR.plusSeconds(2));
    assertThat(waiting(ada)).extracting(Scheduled::failure).containsOnlyNulls();

    chat.log().accept();
    chat.clock().advance(Duration.ofMillis(999));
    assertThat(said()).isEmpty();
    chat.clock().advance(Duration.ofMillis(1));
    assertThat(said()).containsExactly("later");
  }

  @Test
  void whatIsOverdueIsSentAtTheStart() {
    try (TestChat restarted = new TestChat()) {
      Caller.SignedIn bob = restarted.signUp("bob");
      restarted.ask(
          bob,
          new ScheduleMessage(
              GENERAL, new MessageKey("k1"), "late", restarted.clock().instant().plus(HOUR)));
      restarted.clock().advance(HOUR.multipliedBy(5));
      assertThat(restarted.clock().timers()).isZero();

      restarted.core().startClocks();
      restarted.clock().advance(Duration.ZERO);
      assertThat(restarted.ask(bob, new GetHistory(GENERAL, null, null, null, 50)).messages())
          .extracting(Message::text)
          .containsExactly("late");
    }
  }

  @Test
  void theAlarmIsSetForTheEarliestAlone() {
    int before = chat.clock().timers();
    for (int i = 1; i <= 50; i++) {
      schedule("k" + i, "later", HOUR.multipliedBy(i));
    }
    assertThat(chat.clock().timers()).isEqualTo(before);
    chat.clock().advance(HOUR.multipliedBy(50));
    assertThat(said()).hasSize(50);
    assertThat(chat.clock().timers()).isEqualTo(before);
  }

  @Test
  void onlyTheFutureWithinAYearAndWhatCouldBeSaidNow() {
    assertThat(chat.refusal(ada, command("k1", "x", Duration.ZERO)).field()).isEqualTo("sendAt");
    assertThat(chat.refusal(ada, command("k1", "x", Schedule.FARTHEST.plusMillis(1))).message())
        .isEqualTo("'sendAt' must be at most 366 days ahead");
    schedule("k1", "x", Schedule.FARTHEST);
    RoomId room = room();
    ScheduleMessage strange =
        new ScheduleMessage(room, new MessageKey("k2"), "x", chat.clock().instant().plus(HOUR));
    assertThat(chat.refusal(grace, strange)).isEqualTo(RoomRules.joinFirst().refusal());
    ScheduleMessage reply =
        new ScheduleMessage(
            GENERAL,
            new MessageKey("k3"),
            "x",
            999L,
            null,
            null,
            null,
            chat.clock().instant().plus(HOUR));
    assertThat(chat.refusal(ada, reply).field()).isEqualTo("replyTo");
  }

  @Test
  void atMostAHundredWaitAndOnesThatFailedMakePlace() {
    schedule("failed", "x", Duration.ofMinutes(1));
    chat.ask(ada, new LeaveRoom(GENERAL));
    chat.clock().advance(Duration.ofMinutes(1));
    chat.ask(ada, new JoinRoom(GENERAL));
    for (int i = 1; i <= Schedule.MAX_PER_USER; i++) {
      schedule("k" + i, "x", HOUR);
    }
    assertThat(waiting(ada)).hasSize(Schedule.MAX_PER_USER);
    assertThat(waiting(ada)).extracting(Scheduled::failure).containsOnlyNulls();

    assertThat(chat.refusal(ada, command("onemore", "x", HOUR)))
        .isEqualTo(Schedule.tooMany().refusal());
    chat.clock().advance(HOUR);
    assertThat(said()).hasSize(Schedule.MAX_PER_USER);
  }

  private ScheduledReply schedule(String key, String text, Duration in) {
    return chat.ask(ada, command(key, text, in));
  }

  private ScheduleMessage command(String key, String text, Duration in) {
    return new ScheduleMessage(GENERAL, new MessageKey(key), text, chat.clock().instant().plus(in));
  }

  private RoomId room() {
    return chat.ask(ada, new CreateRoom(RoomKind.PUBLIC, "Engines", null, null, null)).room().id();
  }

  private void mute(RoomId room, Duration time) {
    chat.ask(
        ada, new ChangeMember(room, grace.user(), null, chat.clock().instant().plus(time), null));
  }

  private static SignalEvent changed(long id, @Nullable Scheduled scheduled) {
    return new SignalEvent(null, new Signal.ScheduledChanged(id, scheduled));
  }

  private List<Scheduled> waiting(Caller.SignedIn caller) {
    return chat.ask(caller, new ListScheduled()).scheduled();
  }

  private List<String> said() {
    return said(GENERAL);
  }

  private List<String> said(RoomId room) {
    return chat.ask(grace, new GetHistory(room, null, null, null, 200)).messages().stream()
        .map(Message::text)
        .toList();
  }
}
