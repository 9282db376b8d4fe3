package im.parley.core.notify;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.InMemoryAccounts;
import im.parley.core.fake.TestChat;
import im.parley.core.log.RoomRules;
import im.parley.protocol.command.GetRoom;
import im.parley.protocol.command.LeaveRoom;
import im.parley.protocol.command.SetNotify;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.view.NotifyLevel;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class NotifyTest {

  private static final RoomId GENERAL = InMemoryAccounts.GENERAL;

  @AutoClose private final TestChat chat = new TestChat();
  private final Caller.SignedIn ada = chat.signUp("ada");
  private final Caller.SignedIn grace = chat.signUp("grace");

  @Test
  void theRoomShowsWhatOneWantsToHearOf() {
    chat.ask(ada, new SetNotify(GENERAL, NotifyLevel.MENTIONS));

    assertThat(levelOf(ada)).isEqualTo(NotifyLevel.MENTIONS);
    assertThat(levelOf(grace)).isEqualTo(NotifyLevel.ALL);
  }

  @Test
  void onlyMembersSetIt() {
    chat.ask(ada, new LeaveRoom(GENERAL));

    assertThat(chat.refusal(ada, new SetNotify(GENERAL, NotifyLevel.NONE)))
        .isEqualTo(RoomRules.joinFirst().refusal());
  }

  private NotifyLevel levelOf(Caller.SignedIn caller) {
    return chat.ask(caller, new GetRoom(GENERAL)).room().notifyLevel();
  }
}
