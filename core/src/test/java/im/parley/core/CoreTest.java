package im.parley.core;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.account.PasswordConfig;
import im.parley.core.dispatch.Caller;
import im.parley.core.fake.TestChat;
import im.parley.core.file.FileConfig;
import im.parley.core.live.LiveConfig;
import im.parley.core.session.SessionConfig;
import im.parley.protocol.command.CommandCatalogue;
import im.parley.protocol.command.GetMe;
import im.parley.protocol.command.GetUser;
import im.parley.protocol.command.Hello;
import im.parley.protocol.command.Ping;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Done;
import io.micrometer.core.instrument.Timer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CoreTest {

  @AutoClose private final TestChat chat = new TestChat();

  /** That none has two, the dispatcher sees to: it could not be made. */
  @Test
  void everyCommandHasAHandler() {
    assertThat(CommandCatalogue.all()).allMatch(chat.core().dispatcher()::handles);
  }

  @Test
  void everyPartHasItsDefaults() {
    assertThat(CoreConfig.defaults())
        .isEqualTo(
            new CoreConfig(
                PasswordConfig.defaults(),
                SessionConfig.defaults(),
                LiveConfig.defaults(),
                FileConfig.defaults()));
  }

  @Test
  void answersPing() {
    assertThat(chat.ask(chat.signUp("ada"), new Ping())).isEqualTo(new Done());
  }

  @Test
  void nobodyBecomesAnotherOnOneConnection() {
    Hello second = new Hello("token of grace", null, null, null);

    assertThat(chat.refusal(chat.signUp("ada"), second).code()).isEqualTo(ErrorCode.CONFLICT);
  }

  @Test
  void signInFirst() {
    assertThat(chat.refusal(TestChat.stranger(), new GetMe()).code())
        .isEqualTo(ErrorCode.UNAUTHENTICATED);
  }

  @Test
  void commandsAreCountedByWhatCameOfThem() {
    Caller ada = chat.signUp("ada");
    chat.ask(ada, new GetUser(((Caller.SignedIn) ada).user()));
    chat.refusal(ada, new GetUser(new UserId("nobody")));
    chat.refusal(TestChat.stranger(), new GetUser(new UserId("nobody")));

    assertThat(timer("user.get", "done").count()).isEqualTo(1);
    assertThat(timer("user.get", "refused").count()).isEqualTo(2);
    assertThat(timer("user.get", "failed").count()).isZero();
    assertThat(timer("account.register", "done").count()).isEqualTo(1);
  }

  private Timer timer(String type, String outcome) {
    return chat.registry().get("parley.commands").tag("type", type).tag("outcome", outcome).timer();
  }
}
