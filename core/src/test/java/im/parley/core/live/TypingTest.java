package im.parley.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.InMemoryAccounts;
import im.parley.core.fake.RecordingBus;
import im.parley.core.fake.TestChat;
import im.parley.core.log.RoomRules;
import im.parley.protocol.command.CreateRoom;
import im.parley.protocol.command.SetTyping;
import im.parley.protocol.event.Signal;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.view.RoomKind;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TypingTest {

  private static final RoomId GENERAL = InMemoryAccounts.GENERAL;

  @AutoClose private final TestChat chat = new TestChat();
  private final Caller.SignedIn ada = chat.signUp("ada");
  private final Caller.SignedIn grace = chat.signUp("grace");

  @Test
  void repeatsAreToldOnceInThreeSeconds() {
    type(ada, true);
    type(ada, true);
    chat.clock().advance(Duration.ofMillis(2999));
    type(ada, true);
    assertThat(chat.bus().signals()).containsExactly(typing(ada, true));

    chat.clock().advance(Duration.ofMillis(1));
    type(ada, true);
    assertThat(chat.bus().signals()).containsExactly(typing(ada, true), typing(ada, true));
  }

  @Test
  void stoppingAndBeginningAgainAreTold() {
    type(ada, true);
    type(ada, false);
    type(ada, true);

    assertThat(chat.bus().signals())
        .containsExactly(typing(ada, true), typing(ada, false), typing(ada, true));
  }

  @Test
  void oneWriterDoesNotHideAnother() {
    type(ada, true);
    type(grace, true);

    assertThat(chat.bus().signals()).containsExactly(typing(ada, true), typing(grace, true));
  }

  @Test
  void onlyMembersType() {
    RoomId open = room(RoomKind.PUBLIC);
    RoomId secret = room(RoomKind.PRIVATE);

    assertThat(chat.refusal(grace, new SetTyping(open, true)))
        .isEqualTo(RoomRules.joinFirst().refusal());
    assertThat(chat.refusal(grace, new SetTyping(secret, true)))
        .isEqualTo(RoomRules.noSuchRoom().refusal());
    assertThat(chat.bus().signals()).isEmpty();
  }

  private void type(Caller.SignedIn writer, boolean active) {
    chat.ask(writer, new SetTyping(GENERAL, active));
  }

  private static RecordingBus.Signalled typing(Caller.SignedIn writer, boolean active) {
    return new RecordingBus.Signalled(GENERAL, new Signal.Typing(writer.user(), active));
  }

  private RoomId room(RoomKind kind) {
    return chat.ask(ada, new CreateRoom(kind, "Engines", null, null, null)).room().id();
  }
}
