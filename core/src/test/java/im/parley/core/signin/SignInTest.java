package im.parley.core.signin;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.InMemoryAccounts;
import im.parley.core.fake.MovableClock;
import im.parley.core.fake.RecordingBus;
import im.parley.core.fake.TestChat;
import im.parley.core.limit.LimitsConfig;
import im.parley.core.limit.RateLimits;
import im.parley.core.live.Notice;
import im.parley.core.session.Authentication;
import im.parley.core.session.Sessions;
import im.parley.protocol.command.CreateSession;
import im.parley.protocol.command.ListSessions;
import im.parley.protocol.command.RegisterAccount;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.reply.SignedIn;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.SessionInfo;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

  private final MovableClock clock = new MovableClock();

  @AutoClose
  private final TestChat chat = new TestChat(clock, new RateLimits(LimitsConfig.defaults(), clock));

  @Test
  void anAccountIsSignedInAtOnceAndStandsInGeneral() {
    SignedIn ada =
        chat.ask(
            TestChat.stranger(),
            new RegisterAccount("ada", TestChat.PASSWORD, "Ada Lovelace", "Firefox"));

    assertThat(ada.user().username()).isEqualTo("ada");
    assertThat(ada.user().displayName()).isEqualTo("Ada Lovelace");
    assertThat(ada.accessExpiresAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
    assertThat(ada.accessToken()).matches("pa_[A-Za-z0-9_-]{43}");
    assertThat(ada.refreshToken()).matches("pr_[A-Za-z0-9_-]{43}");
    assertThat(chat.core().authenticator().authenticate(ada.accessToken()))
        .isEqualTo(new Authentication.Valid(ada.user(), ada.session()));
    assertThat(chat.ports().rooms().find(InMemoryAccounts.GENERAL, ada.user().id()))
        .hasValueSatisfying(general -> assertThat(general.role()).isEqualTo(Role.OWNER));
    assertThat(chat.bus().notices())
        .containsExactly(
            new RecordingBus.Told(ada.user().id(), new Notice.Joined(InMemoryAccounts.GENERAL)));
  }

  @Test
  void aNameIsTakenOnce() {
    chat.signUp("ada");

    Refusal refusal = chat.refusal(TestChat.stranger(), registration("ada"));

    assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
    assertThat(refusal.field()).isEqualTo("username");
    assertThat(refusal.message()).isEqualTo("This name is taken: choose another");
  }

  @ParameterizedTest
  @ValueSource(strings = {"here", "room"})
  void nobodyIsCalledAsAMentionOfEverybody(String username) {
    Refusal refusal = chat.refusal(TestChat.stranger(), registration(username));

    assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
    assertThat(refusal.field()).isEqualTo("username");
    assertThat(refusal.message()).contains("mentions everybody");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "Ada", " ADA "})
  void aPasswordSignsIn(String username) {
    Caller.SignedIn first = chat.signUp("ada");

    SignedIn second =
        chat.ask(TestChat.stranger(), new CreateSession(username, TestChat.PASSWORD, "Phone"));

    assertThat(second.user().id()).isEqualTo(first.user());
    assertThat(second.session()).isNotEqualTo(first.session());
    assertThat(chat.ask(first, new ListSessions()).sessions())
        .extracting(SessionInfo::device)
        .containsExactlyInAnyOrder("test", "Phone");
  }

  @ParameterizedTest
  @CsvSource({"ada,wrong password", "nobody,correct horse battery staple", "ada\u0000,x"})
  void aWrongNameAndAWrongPasswordReadTheSame(String username, String password) {
    chat.signUp("ada");

    Refusal refusal =
        chat.refusal(TestChat.stranger(), new CreateSession(username, password, null));

    assertThat(refusal)
        .isEqualTo(Refusal.of(ErrorCode.UNAUTHENTICATED, "The username or the password is wrong"));
    assertThat(chat.registry().get("parley.signins.refused").counter().count()).isEqualTo(1);
  }

  @Test
  void aWrongNameCostsAHashAsWell() {
    chat.refusal(TestChat.stranger(), new CreateSession("nobody", "password", null));

    assertThat(chat.registry().get("parley.passwords.hashes").timer().count()).isEqualTo(1);
  }

  @Test
  void guessingIsSlowAndLocksNobodyElseOut() {
    chat.signUp("ada");
    IntStream.range(0, 10).forEach(guess -> chat.refusal(TestChat.stranger(), guess(guess)));

    Refusal refusal = chat.refusal(TestChat.stranger(), rightPassword());

    assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(refusal.message()).isEqualTo("Slow down: 10 at once, then one every 10 s");
    assertThat(refusal.retryAfterMs()).isBetween(9_990L, 10_001L);
    assertThat(chat.ask(new Caller.Anonymous("198.51.100.7"), rightPassword()).user().username())
        .isEqualTo("ada");
    clock.advance(Duration.ofSeconds(10));
    assertThat(chat.ask(TestChat.stranger(), rightPassword()).user().username()).isEqualTo("ada");
  }

  @Test
  void theRightPasswordForgivesMistakes() {
    chat.signUp("ada");
    for (int round = 0; round < 3; round++) {
      IntStream.range(0, 9).forEach(guess -> chat.refusal(TestChat.stranger(), guess(guess)));
      chat.ask(TestChat.stranger(), rightPassword());
    }
  }

  @Test
  void tooManySessionsEndTheOldest() {
    Caller.SignedIn first = chat.signUp("ada");
    for (int i = 1; i < Sessions.MAX_PER_USER; i++) {
      clock.advance(Duration.ofSeconds(1));
      chat.ask(TestChat.stranger(), rightPassword());
    }
    chat.bus().forget();
    clock.advance(Duration.ofSeconds(1));

    SessionId newest = chat.ask(TestChat.stranger(), rightPassword()).session();

    assertThat(chat.bus().ended())
        .containsExactly(new RecordingBus.Ended(first.user(), first.session()));
    assertThat(chat.ask(first, new ListSessions()).sessions())
        .hasSize(Sessions.MAX_PER_USER)
        .extracting(SessionInfo::id)
        .startsWith(newest)
        .doesNotContain(first.session());
  }

  private static RegisterAccount registration(String username) {
    return new RegisterAccount(username, TestChat.PASSWORD, null, null);
  }

  private static CreateSession rightPassword() {
    return new CreateSession("ada", TestChat.PASSWORD, null);
  }

  private static CreateSession guess(int number) {
    return new CreateSession("ada", "guess " + number, null);
  }
}
