package im.parley.core.presence;

import static im.parley.protocol.view.PresenceState.AWAY;
import static im.parley.protocol.view.PresenceState.DND;
import static im.parley.protocol.view.PresenceState.INVISIBLE;
import static im.parley.protocol.view.PresenceState.OFFLINE;
import static im.parley.protocol.view.PresenceState.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.InMemoryPresence;
import im.parley.core.fake.RecordingBus;
import im.parley.core.fake.TestChat;
import im.parley.core.live.Notice;
import im.parley.protocol.command.GetMe;
import im.parley.protocol.command.Ping;
import im.parley.protocol.command.SetPresence;
import im.parley.protocol.command.WatchPresence;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Presence;
import im.parley.protocol.view.PresenceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresenceTest {

  private static final Duration MILLI = Duration.ofMillis(1);
  private static final Duration ALMOST_AWAY = PresenceBoard.AWAY_AFTER.minus(MILLI);
  private static final Duration ALMOST_GONE = PresenceBoard.GRACE.minus(MILLI);

  @AutoClose private final TestChat chat = new TestChat();
  private final FakeLine line = new FakeLine();
  private final Caller.SignedIn ada = chat.signUp("ada").through(line);
  private final Caller.SignedIn grace = chat.signUp("grace");
  private final PresenceBoard board = chat.presence();

  @Test
  void aWatcherSeesSomebodyComeAndGo() {
    assertThat(watch(grace.user())).containsExactly(presence(OFFLINE, null));

    board.here(grace.user());
    assertThat(line.heard()).containsExactly(changed(ONLINE, null));

    Instant left = chat.clock().instant();
    board.gone(grace.user());
    chat.clock().advance(ALMOST_GONE);
    assertThat(line.heard()).isEmpty();
    chat.clock().advance(MILLI);
    assertThat(line.heard()).containsExactly(changed(OFFLINE, left));
    assertThat(watch(grace.user())).containsExactly(presence(OFFLINE, left));
  }

  @Test
  void whoIsBackSoonWasNeverAway() {
    board.here(grace.user());
    watch(grace.user());
    for (int i = 0; i < 3; i++) {
      board.gone(grace.user());
      chat.clock().advance(ALMOST_GONE);
      board.here(grace.user());
      chat.clock().advance(ALMOST_GONE);
    }

    assertThat(line.heard()).isEmpty();
  }

  @Test
  void comingBackIsNoSignOfAttention() {
    board.here(grace.user());
    watch(grace.user());
    chat.clock().advance(PresenceBoard.AWAY_AFTER);
    assertThat(line.heard()).containsExactly(changed(AWAY, null));

    board.gone(grace.user());
    chat.clock().advance(ALMOST_GONE);
    board.here(grace.user());
    chat.clock().advance(PresenceBoard.AWAY_AFTER);

    assertThat(line.heard()).isEmpty();
  }

  @Test
  void whoAsksForNothingIsAwayUntilTheyDo() {
    board.here(grace.user());
    watch(grace.user());
    chat.clock().advance(ALMOST_AWAY);
    chat.ask(grace, new GetMe());
    chat.clock().advance(ALMOST_AWAY);
    chat.ask(grace, new Ping());
    assertThat(line.heard()).isEmpty();

    chat.clock().advance(MILLI);
    assertThat(line.heard()).containsExactly(changed(AWAY, null));
    chat.ask(grace, new Ping());
    assertThat(line.heard()).isEmpty();
    chat.ask(grace, new GetMe());
    assertThat(line.heard()).containsExactly(changed(ONLINE, null));
  }

  @Test
  void whoBeginsToWatchSeesThatSomebodyIsAwayAlready() {
    board.here(grace.user());
    chat.clock().advance(PresenceBoard.AWAY_AFTER);

    assertThat(watch(grace.user())).containsExactly(presence(AWAY, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWAY", "DND"})
  void aChosenStateHoldsWhileOneIsThere(PresenceState state) {
    board.here(grace.user());
    watch(grace.user());

    choose(state);
    assertThat(line.heard()).containsExactly(changed(state, null));
    chat.clock().advance(PresenceBoard.AWAY_AFTER);
    chat.ask(grace, new GetMe());
    assertThat(line.heard()).isEmpty();

    Instant left = chat.clock().instant();
    board.gone(grace.user());
    chat.clock().advance(PresenceBoard.GRACE);
    assertThat(line.heard()).containsExactly(changed(OFFLINE, left));
    board.here(grace.user());
    assertThat(line.heard()).containsExactly(changed(state, null));
  }

  @Test
  void whoHidesIsOfflineAndNobodySeesThemComeAndGo() {
    board.here(grace.user());
    watch(grace.user());

    choose(INVISIBLE);
    assertThat(line.heard()).containsExactly(changed(OFFLINE, null));
    chat.ask(grace, new GetMe());
    board.gone(grace.user());
    chat.clock().advance(PresenceBoard.GRACE);
    board.here(grace.user());

    assertThat(line.heard()).isEmpty();
    assertThat(watch(grace.user())).containsExactly(presence(OFFLINE, null));
  }

  @Test
  void aChoiceEndsByItself() {
    board.here(grace.user());
    watch(grace.user());
    Instant until = chat.clock().instant().plusSeconds(60);

    chat.ask(grace, new SetPresence(DND, "In the mill", "⚙️", until));
    assertThat(line.heard())
        .containsExactly(new Signal.PresenceChanged(grace.user(), DND, "In the mill", "⚙️", null));
    chat.clock().advance(Duration.ofSeconds(60));
    assertThat(line.heard()).containsExactly(changed(ONLINE, null));
  }

  @Test
  void anEndLiesAhead() {
    Instant now = chat.clock().instant();

    assertThat(chat.refusal(grace, new SetPresence(DND, null, null, now)).field())
        .isEqualTo("until");
    Instant tooLate = now.plus(Duration.ofDays(366)).plusMillis(1);
    assertThat(chat.refusal(grace, new SetPresence(DND, null, null, tooLate)).field())
        .isEqualTo("until");
  }

  @Test
  void onesOwnSessionsHearWhatOneChose() {
    chat.bus().forget();
    choose(INVISIBLE);

    assertThat(chat.bus().notices()).containsExactly(told(changed(INVISIBLE, null)));
    Caller.SignedIn live = grace.through(new FakeLine());
    assertThat(chat.ask(live, new WatchPresence(List.of(grace.user()))).presences())
        .containsExactly(presence(INVISIBLE, null));
  }

  @Test
  void onesOwnSessionsHearWhenAChoiceEnds() {
    board.here(grace.user());
    Instant until = chat.clock().instant().plusSeconds(60);
    chat.ask(grace, new SetPresence(DND, "In the mill", null, until));
    chat.bus().forget();

    chat.clock().advance(Duration.ofSeconds(60));

    assertThat(chat.bus().notices()).containsExactly(told(changed(ONLINE, null)));
  }

  @Test
  void onesOwnSessionsHearThatAChoiceFromBeforeEnds() {
    Instant until = chat.clock().instant().plusSeconds(60);
    chat.ask(grace, new SetPresence(DND, null, null, until));
    board.here(grace.user());
    chat.ask(grace.through(new FakeLine()), new WatchPresence(List.of(grace.user())));
    chat.bus().forget();

    chat.clock().advance(Duration.ofSeconds(60));

    assertThat(chat.bus().notices()).containsExactly(told(changed(ONLINE, null)));
  }

  @Test
  void ofTwoChoicesAtATimeEveryoneKnowsTheSameOne() throws InterruptedException {
    Meanwhile records = new Meanwhile(new InMemoryPresence(chat.log()));
    NodePresenceBoard shared =
        new NodePresenceBoard(records, new NoOtherNodes(), chat.bus(), chat.clock(), chat.clock());
    shared.here(grace.user());
    shared.watch(ada.user(), line, List.of(grace.user()));
    Thread elsewhere =
        Thread.ofVirtual()
            .unstarted(() -> shared.choose(grace.user(), new Chosen(AWAY, null, null, null)));
    records.afterNextChoice(elsewhere);
    chat.bus().forget();

    shared.choose(grace.user(), new Chosen(DND, null, null, null));
    elsewhere.join();

    PresenceState kept =
        records.find(List.of(grace.user())).values().iterator().next().chosen().state();
    assertThat(shared.watch(ada.user(), line, List.of(grace.user())))
        .containsExactly(presence(kept, null));
    assertThat(chat.bus().notices().getLast()).isEqualTo(told(changed(kept, null)));
  }

  @Test
  void aListReplacesTheLast() {
    Caller.SignedIn eve = chat.signUp("eve");
    watch(grace.user(), grace.user(), new UserId("nobody"));
    watch(eve.user());

    board.here(grace.user());
    assertThat(line.heard()).isEmpty();
    board.here(eve.user());
    assertThat(line.heard()).hasSize(1);
  }

  @Test
  void whoHasLeftHearsNothingAndNothingIsRemembered() {
    watch(grace.user(), new UserId("nobody"));
    assertThat(chat.presence().remembered()).isEqualTo(1);
    board.here(grace.user());
    line.heard();

    board.unwatch(line);
    board.gone(grace.user());
    chat.clock().advance(PresenceBoard.GRACE);
    chat.clock().advance(PresenceBoard.AWAY_AFTER);

    assertThat(line.heard()).isEmpty();
    assertThat(chat.presence().remembered()).isZero();
    assertThat(chat.clock().timers()).isZero();
  }

  @Test
  void aLineThatClosedMeanwhileIsNotRemembered() {
    line.close();
    watch(grace.user());

    assertThat(chat.presence().remembered()).isZero();
  }

  @Test
  void nobodyElseIsToldOfAChange() {
    board.here(grace.user());
    FakeLine other = new FakeLine();
    board.watch(grace.user(), other, List.of(ada.user()));
    watch(grace.user());

    choose(DND);

    assertThat(line.heard()).hasSize(1);
    assertThat(other.heard()).isEmpty();
  }

  @Test
  void whenTheServerEndsThoseWhoAreThereWereSeenThen() {
    InMemoryPresence records = new InMemoryPresence(chat.log());
    NodePresenceBoard ending =
        new NodePresenceBoard(records, new NoOtherNodes(), chat.bus(), chat.clock(), chat.clock());
    ending.here(ada.user());
    ending.here(grace.user());
    Instant left = chat.clock().instant();
    ending.gone(ada.user());
    chat.clock().advance(Duration.ofSeconds(1));

    ending.close();

    Map<UserId, PresenceRecord> kept = records.find(List.of(ada.user(), grace.user()));
    assertThat(kept)
        .isEqualTo(
            Map.of(
                ada.user(), new PresenceRecord(Chosen.NOTHING, left),
                grace.user(), new PresenceRecord(Chosen.NOTHING, left.plusSeconds(1))));
  }

  private List<Presence> watch(UserId... users) {
    return chat.ask(ada, new WatchPresence(List.of(users))).presences();
  }

  private void choose(PresenceState state) {
    chat.ask(grace, new SetPresence(state, null, null, null));
  }

  private Presence presence(PresenceState state, @Nullable Instant lastSeen) {
    return new Presence(grace.user(), state, null, null, lastSeen);
  }

  private RecordingBus.Told told(Signal signal) {
    return new RecordingBus.Told(grace.user(), new Notice.Told(new SignalEvent(null, signal)));
  }

  private Signal.PresenceChanged changed(PresenceState state, @Nullable Instant lastSeen) {
    return new Signal.PresenceChanged(grace.user(), state, null, null, lastSeen);
  }

  /**
   * Lets another thread go as far as it gets when a choice was kept and its keeper not yet told.
   */
  private static final class Meanwhile implements PresenceRecords {

    private final PresenceRecords records;
    private @Nullable Thread next;

    Meanwhile(PresenceRecords records) {
      this.records = records;
    }

    void afterNextChoice(Thread thread) {
      next = thread;
    }

    @Override
    public Map<UserId, PresenceRecord> find(Collection<UserId> users) {
      return records.find(users);
    }

    @Override
    public PresenceRecord choose(UserId user, Chosen chosen) {
      PresenceRecord kept = records.choose(user, chosen);
      Thread thread = next;
      next = null;
      if (thread != null) {
        thread.start();
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
          Thread.onSpinWait();
        }
      }
      return kept;
    }

    @Override
    public void seen(UserId user, Instant at) {
      records.seen(user, at);
    }
  }
}
