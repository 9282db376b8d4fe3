package im.parley.core.bot;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.RecordingBus;
import im.parley.core.fake.TestChat;
import im.parley.core.session.Authentication;
import im.parley.protocol.command.CreateBot;
import im.parley.protocol.command.CreateSession;
import im.parley.protocol.command.DeleteBot;
import im.parley.protocol.command.ListBots;
import im.parley.protocol.command.ListSessions;
import im.parley.protocol.command.RekeyBot;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.reply.BotKey;
import im.parley.protocol.view.User;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class BotsTest {

  @AutoClose private final TestChat chat = new TestChat();
  private final Caller.SignedIn ada = chat.signUp("ada");
  private final Caller.SignedIn eve = chat.signUp("eve");

  @Test
  void aKeyIsAnAccessTokenThatDoesNotExpire() {
    BotKey made = chat.ask(ada, new CreateBot("loom", "The loom"));
    assertThat(made.apiKey()).matches("pb_[A-Za-z0-9_-]{43}");
    assertThat(made.user().bot()).isTrue();

    chat.clock().advance(Duration.ofDays(4_000));
    assertThat(signedIn(made.apiKey()).user()).isEqualTo(made.user().id());
    assertThat(chat.ask(ada, new ListBots()).bots()).containsExactly(made.user());
    assertThat(chat.ask(eve, new ListBots()).bots()).isEmpty();
    assertThat(chat.ask(ada, new ListSessions()).sessions()).hasSize(1);
  }

  @Test
  void anotherKeyEndsTheFirst() {
    BotKey first = chat.ask(ada, new CreateBot("loom", null));
    Caller.SignedIn bot = signedIn(first.apiKey());
    BotKey second = chat.ask(ada, new RekeyBot(first.user().id()));

    assertThat(second.user()).isEqualTo(first.user());
    assertThat(chat.core().authenticator().authenticate(first.apiKey()))
        .isEqualTo(new Authentication.Unknown());
    assertThat(signedIn(second.apiKey()).user()).isEqualTo(bot.user());
    assertThat(chat.bus().ended()).contains(new RecordingBus.Ended(bot.user(), bot.session()));
  }

  @Test
  void aDeletedBotIsOutAndItsAccountStays() {
    BotKey made = chat.ask(ada, new CreateBot("loom", null));
    Caller.SignedIn bot = signedIn(made.apiKey());
    chat.ask(ada, new DeleteBot(bot.user()));

    assertThat(chat.core().authenticator().authenticate(made.apiKey()))
        .isEqualTo(new Authentication.Unknown());
    assertThat(chat.bus().ended()).contains(new RecordingBus.Ended(bot.user(), bot.session()));
    assertThat(chat.ask(ada, new ListBots()).bots()).isEmpty();
    assertThat(chat.ports().accounts().find(bot.user())).contains(made.user());
    assertThat(chat.refusal(ada, new DeleteBot(bot.user())).field()).isEqualTo("bot");
  }

  @Test
  void aBotIsItsOwnersOnly() {
    User bot = chat.ask(ada, new CreateBot("loom", null)).user();

    assertThat(chat.refusal(eve, new RekeyBot(bot.id())).code()).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(chat.refusal(eve, new DeleteBot(bot.id())).code()).isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void aBotMakesNoBotsAndHasNoPassword() {
    Caller.SignedIn bot = signedIn(chat.ask(ada, new CreateBot("loom", null)).apiKey());

    assertThat(chat.refusal(bot, new CreateBot("loom2", null)).message())
        .isEqualTo("A bot has no bots");
    assertThat(chat.refusal(TestChat.stranger(), new CreateSession("loom", "x", null)).code())
        .isEqualTo(ErrorCode.UNAUTHENTICATED);
  }

  @Test
  void namesAreUniqueAndBotsAreNotTooMany() {
    for (String taken : new String[] {"ada", "room"}) {
      Refusal refusal = chat.refusal(ada, new CreateBot(taken, null));
      assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
      assertThat(refusal.field()).isEqualTo("username");
    }
    for (int i = 0; i < Bots.MAX_PER_USER; i++) {
      chat.ask(ada, new CreateBot("loom" + i, null));
    }
    assertThat(chat.refusal(ada, new CreateBot("more", null)).message())
        .isEqualTo("You have 20 bots: delete one of them first");
  }

  private Caller.SignedIn signedIn(String key) {
    return ((Authentication.Valid) chat.core().authenticator().authenticate(key))
        .caller(TestChat.ADDRESS);
  }
}
