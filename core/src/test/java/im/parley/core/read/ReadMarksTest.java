package im.parley.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.InMemoryAccounts;
import im.parley.core.fake.RecordingBus;
import im.parley.core.fake.TestChat;
import im.parley.core.live.Notice;
import im.parley.core.log.RoomRules;
import im.parley.protocol.command.LeaveRoom;
import im.parley.protocol.command.ListReceipts;
import im.parley.protocol.command.MarkDelivered;
import im.parley.protocol.command.MarkRead;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.ReadPosition;
import im.parley.protocol.reply.Receipts;
import im.parley.protocol.view.Receipt;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadMarksTest {

  private static final RoomId GENERAL = InMemoryAccounts.GENERAL;

  @AutoClose private final TestChat chat = new TestChat();
  private final Caller.SignedIn ada = chat.signUp("ada");
  private final Caller.SignedIn grace = chat.signUp("grace");

  @BeforeEach
  void adaSaysThreeThings() {
    // After both have joined: seqs 3, 4 and 5.
    for (String text : new String[] {"one", "two", "three"}) {
      chat.ask(ada, new SendMessage(GENERAL, new MessageKey(text), text));
    }
    chat.bus().forget();
  }

  @Test
  void theRoomLearnsHowFarAndTheReaderWhatIsLeft() {
    assertThat(mark(grace, 4)).isEqualTo(new ReadPosition(4, 1, 0, 2));

    assertThat(chat.bus().signals())
        .containsExactly(
            new RecordingBus.Signalled(GENERAL, new Signal.Receipt(grace.user(), 4L, null)));
    assertThat(chat.bus().notices())
        .containsExactly(
            new RecordingBus.Told(
                grace.user(),
                new Notice.Told(new SignalEvent(GENERAL, new Signal.RoomUnread(1, 0, 4, 2)))));
  }

  @Test
  void aMarkNeverMovesBackNorPastTheEnd() {
    assertThat(mark(grace, Long.MAX_VALUE)).isEqualTo(new ReadPosition(5, 0, 0, 3));
    chat.bus().forget();

    assertThat(mark(grace, 1)).isEqualTo(new ReadPosition(5, 0, 0, 3));

    assertThat(chat.bus().signals()).isEmpty();
    assertThat(chat.bus().notices()).isEmpty();
  }

  @Test
  void whoSpeaksHasReadWhatTheySaid() {
    assertThat(mark(ada, 0)).isEqualTo(new ReadPosition(5, 0, 0, 3));
  }

  @Test
  void theRoomLearnsWhatHasBeenDelivered() {
    chat.ask(grace, new MarkDelivered(GENERAL, 4L));
    chat.ask(grace, new MarkDelivered(GENERAL, 3L));

    assertThat(chat.bus().signals())
        .containsExactly(
            new RecordingBus.Signalled(GENERAL, new Signal.Receipt(grace.user(), null, 4L)));
    assertThat(chat.bus().notices()).isEmpty();
    Receipts receipts = chat.ask(ada, new ListReceipts(GENERAL, 5L, null, null));
    assertThat(receipts).isEqualTo(new Receipts(List.of(new Receipt(ada.user(), 5, 5)), false));
    chat.ask(grace, new MarkRead(GENERAL, 5L));
    assertThat(chat.ask(ada, new ListReceipts(GENERAL, 5L, null, null)).receipts()).hasSize(2);
  }

  @Test
  void aLargeRoomIsNotToldOfEachReader() {
    for (int members = 2; members < ReadHandlers.MAX_MEMBERS_TOLD; members++) {
      chat.signUp("member" + members);
    }
    chat.ask(grace, new MarkDelivered(GENERAL, 3L));
    assertThat(chat.bus().signals()).hasSize(1);

    chat.signUp("one-more");
    chat.ask(grace, new MarkDelivered(GENERAL, 4L));
    mark(grace, 4);

    assertThat(chat.bus().signals()).hasSize(1);
    assertThat(chat.bus().notices()).extracting(RecordingBus.Told::user).contains(grace.user());
  }

  @Test
  void onlyMembersMark() {
    chat.ask(grace, new LeaveRoom(GENERAL));

    assertThat(chat.refusal(grace, new MarkRead(GENERAL, 1L)))
        .isEqualTo(RoomRules.joinFirst().refusal());
    assertThat(chat.refusal(grace, new MarkDelivered(GENERAL, 1L)))
        .isEqualTo(RoomRules.joinFirst().refusal());
    assertThat(chat.refusal(grace, new ListReceipts(GENERAL, null, null, null)))
        .isEqualTo(RoomRules.joinFirst().refusal());
    assertThat(chat.refusal(grace, new MarkRead(new RoomId("missing"), 1L)))
        .isEqualTo(RoomRules.noSuchRoom().refusal());
  }

  private ReadPosition mark(Caller.SignedIn reader, long seq) {
    return chat.ask(reader, new MarkRead(GENERAL, seq));
  }
}
