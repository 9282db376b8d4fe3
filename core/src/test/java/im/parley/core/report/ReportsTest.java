package im.parley.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.RecordingBus;
import im.parley.core.fake.TestChat;
import im.parley.core.live.Notice;
import im.parley.protocol.command.CreateRoom;
import im.parley.protocol.command.JoinRoom;
import im.parley.protocol.command.ListReports;
import im.parley.protocol.command.OpenDirect;
import im.parley.protocol.command.ReportMessage;
import im.parley.protocol.command.ResolveReport;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.view.Report;
import im.parley.protocol.view.RoomKind;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportsTest {

  @AutoClose private final TestChat chat = new TestChat();
  private final Caller.SignedIn ada = chat.signUp("ada");
  private final Caller.SignedIn grace = chat.signUp("grace");
  private final Caller.SignedIn eve = chat.signUp("eve");
  private final RoomId room =
      chat.ask(ada, new CreateRoom(RoomKind.PUBLIC, "Engines", null, null, null)).room().id();
  private long message;

  @BeforeEach
  void graceSaysSomething() {
    chat.ask(grace, new JoinRoom(room));
    message = chat.ask(grace, new SendMessage(room, MessageKey.random(), "Buy!")).seq();
    chat.bus().forget();
  }

  @Test
  void moderatorsAreToldHowMuchIsOpenAndSeeWhy() {
    chat.ask(grace, new ReportMessage(room, message, "My own"));
    chat.ask(grace, new ReportMessage(room, message, "My own mistake"));
    assertThat(list()).extracting(Report::reason).containsExactly("My own mistake");

    chat.ask(ada, new ResolveReport(room, list().getFirst().id()));
    assertThat(list()).isEmpty();
    assertThat(chat.bus().notices()).containsExactly(told(1), told(1), told(0));
  }

  @Test
  void onlyMembersReportAndOnlyModeratorsLook() {
    assertThat(chat.refusal(eve, new ReportMessage(room, message, "Spam")).code())
        .isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(chat.refusal(grace, new ListReports(room, null, null)).code())
        .isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(chat.refusal(grace, new ResolveReport(room, 1L)).code())
        .isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(chat.bus().notices()).isEmpty();
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThat(chat.refusal(grace, new ReportMessage(room, 999L, "Spam")).field())
        .isEqualTo("target");
    assertThat(chat.refusal(ada, new ResolveReport(room, 999L)).field()).isEqualTo("report");
  }

  @Test
  void aDirectConversationHasNobodyToReportTo() {
    RoomId direct = chat.ask(ada, new OpenDirect(List.of(eve.user()))).room().id();
    long seq = chat.ask(eve, new SendMessage(direct, MessageKey.random(), "hi")).seq();

    assertThat(chat.refusal(ada, new ReportMessage(direct, seq, "Spam")).message())
        .isEqualTo("A direct conversation has no moderators to report to");
  }

  private List<Report> list() {
    return chat.ask(ada, new ListReports(room, null, null)).reports();
  }

  private RecordingBus.Told told(long open) {
    return new RecordingBus.Told(
        ada.user(), new Notice.Told(new SignalEvent(room, new Signal.RoomReported(open))));
  }
}
