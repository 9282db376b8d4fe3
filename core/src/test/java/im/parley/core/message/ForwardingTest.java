package im.parley.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.InMemoryAccounts;
import im.parley.core.fake.TestChat;
import im.parley.core.log.RoomRules;
import im.parley.protocol.command.CreateRoom;
import im.parley.protocol.command.DeleteMessage;
import im.parley.protocol.command.ForwardMessage;
import im.parley.protocol.command.GetHistory;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.MessageSent;
import im.parley.protocol.view.Forwarded;
import im.parley.protocol.view.Message;
import im.parley.protocol.view.RoomKind;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ForwardingTest {

  private static final RoomId GENERAL = InMemoryAccounts.GENERAL;

  @AutoClose private final TestChat chat = new TestChat();
  private final Caller.SignedIn ada = chat.signUp("ada");
  private final Caller.SignedIn grace = chat.signUp("grace");
  private final RoomId engines =
      chat.ask(grace, new CreateRoom(RoomKind.PRIVATE, "Engines", null, null, MessageKey.random()))
          .room()
          .id();
  private final MessageSent original =
      chat.ask(ada, new SendMessage(GENERAL, MessageKey.random(), "It weaves, @grace"));

  @Test
  void aForwardIsAMessageOfItsSenderWithTheNameOfItsWriter() {
    MessageSent sent = chat.ask(grace, forward(engines));

    List<Message> messages =
        chat.ask(grace, new GetHistory(engines, null, null, null, 50)).messages();
    assertThat(messages).hasSize(1);
    Message message = messages.getFirst();
    assertThat(message.seq()).isEqualTo(sent.seq());
    assertThat(message.by()).isEqualTo(grace.user());
    assertThat(message.text()).isEqualTo("It weaves, @grace");
    assertThat(message.mentions()).isNull();
    assertThat(message.forwarded())
        .isEqualTo(new Forwarded(GENERAL, original.seq(), ada.user(), original.at()));
    assertThat(chat.ask(grace, forward(engines)))
        .isEqualTo(new MessageSent(sent.seq(), sent.number(), sent.at(), true));
  }

  @Test
  void whoIsNotInTheOtherRoomForwardsNothingThere() {
    assertThat(chat.refusal(ada, forward(engines)).field()).isEqualTo("to");
  }

  @Test
  void whoIsNotInTheFirstRoomForwardsNothingFromIt() {
    MessageSent secret =
        chat.ask(grace, new SendMessage(engines, MessageKey.random(), "Between us"));

    ForwardMessage leak = new ForwardMessage(engines, secret.seq(), GENERAL, MessageKey.random());
    assertThat(chat.refusal(ada, leak)).isEqualTo(RoomRules.noSuchRoom().refusal());
  }

  @Test
  void whatWasDeletedIsNotForwarded() {
    chat.ask(ada, new DeleteMessage(GENERAL, original.seq(), MessageKey.random()));

    assertThat(chat.refusal(grace, forward(engines)).code()).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(chat.refusal(grace, forward(engines)).field()).isEqualTo("target");
  }

  private ForwardMessage forward(RoomId to) {
    return new ForwardMessage(GENERAL, original.seq(), to, new MessageKey("forward"));
  }
}
