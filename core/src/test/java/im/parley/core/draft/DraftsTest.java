package im.parley.core.draft;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.InMemoryAccounts;
import im.parley.core.fake.RecordingBus;
import im.parley.core.fake.TestChat;
import im.parley.core.live.Notice;
import im.parley.core.log.RoomRules;
import im.parley.protocol.command.LeaveRoom;
import im.parley.protocol.command.ListDrafts;
import im.parley.protocol.command.SetDraft;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.view.Draft;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DraftsTest {

  private static final RoomId GENERAL = InMemoryAccounts.GENERAL;

  @AutoClose private final TestChat chat = new TestChat();
  private final Caller.SignedIn ada = chat.signUp("ada");
  private final Caller.SignedIn grace = chat.signUp("grace");
  private final Instant now = chat.clock().instant();

  @Test
  void aDraftIsItsWritersAloneAndReachesTheirOtherSessions() {
    chat.bus().forget();
    chat.ask(ada, new SetDraft(GENERAL, "The eng", null, 2L));

    assertThat(drafts(ada)).containsExactly(new Draft(GENERAL, null, "The eng", 2L, now));
    assertThat(drafts(grace)).isEmpty();
    assertThat(chat.bus().notices())
        .containsExactly(
            new RecordingBus.Told(
                ada.user(),
                new Notice.ToldElsewhere(
                    new SignalEvent(GENERAL, new Signal.DraftChanged(null, "The eng", 2L, now)),
                    ada.session())));
    assertThat(chat.bus().published()).isEmpty();
    assertThat(chat.bus().signals()).isEmpty();
  }

  @Test
  void theRoomAndEachThreadHaveOneAndABlankOneTakesItAway() {
    chat.ask(ada, new SetDraft(GENERAL, "room", null, null));
    chat.ask(ada, new SetDraft(GENERAL, "thread", 2L, null));
    chat.ask(ada, new SetDraft(GENERAL, "room, again", null, null));
    assertThat(drafts(ada)).extracting(Draft::text).containsExactly("room, again", "thread");

    chat.ask(ada, new SetDraft(GENERAL, " \n", null, null));
    assertThat(drafts(ada)).extracting(Draft::text).containsExactly("thread");
  }

  @Test
  void aPageGoesOnAfterTheOneBefore() {
    chat.ask(ada, new SetDraft(GENERAL, "room", null, null));
    chat.ask(ada, new SetDraft(GENERAL, "thread", 2L, null));

    var first = chat.ask(ada, new ListDrafts(null, null, 1));
    assertThat(first.more()).isTrue();
    var second = chat.ask(ada, new ListDrafts(GENERAL, null, 1));
    assertThat(second.drafts()).extracting(Draft::text).containsExactly("thread");
    assertThat(second.more()).isFalse();
    assertThat(chat.ask(ada, new ListDrafts(GENERAL, 2L, 1)).drafts()).isEmpty();
  }

  @Test
  void onlyMembersWriteAndWhoLeavesLosesWhatTheyBegan() {
    chat.ask(ada, new SetDraft(GENERAL, "room", null, null));
    chat.ask(ada, new LeaveRoom(GENERAL));

    assertThat(drafts(ada)).isEmpty();
    assertThat(chat.refusal(ada, new SetDraft(GENERAL, "x", null, null)))
        .isEqualTo(RoomRules.joinFirst().refusal());
    assertThat(chat.refusal(ada, new SetDraft(new RoomId("r9"), "x", null, null)))
        .isEqualTo(RoomRules.noSuchRoom().refusal());
  }

  private List<Draft> drafts(Caller.SignedIn caller) {
    return chat.ask(caller, new ListDrafts(null, null, null)).drafts();
  }
}
