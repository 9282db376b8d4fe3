package im.parley.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.RecordingBus;
import im.parley.core.fake.TestChat;
import im.parley.protocol.command.CreateSession;
import im.parley.protocol.command.ListSessions;
import im.parley.protocol.command.RefreshSession;
import im.parley.protocol.command.RevokeSession;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.reply.SignedIn;
import im.parley.protocol.view.SessionInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SessionLifeTest {

  private static final Refusal OVER =
      Refusal.of(ErrorCode.UNAUTHENTICATED, "The session is over: sign in again");

  @AutoClose private final TestChat chat = new TestChat();
  private final SignedIn ada = chat.register("ada");
  private final Caller.SignedIn caller = TestChat.caller(ada);

  @Test
  void livesAsLongAsItIsMeantTo() {
    assertThat(SessionConfig.defaults())
        .isEqualTo(new SessionConfig(Duration.ofMinutes(15), Duration.ofDays(30)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SessionConfig(Duration.ofDays(2), Duration.ofDays(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SessionConfig(Duration.ZERO, Duration.ofDays(1)));
  }

  @Test
  void anAccessTokenExpiresToTheInstant() {
    chat.clock().advance(Duration.ofMinutes(15).minusMillis(1));
    assertThat(authenticate(ada.accessToken()))
        .isEqualTo(new Authentication.Valid(ada.user(), ada.session()));

    chat.clock().advance(Duration.ofMillis(1));
    assertThat(authenticate(ada.accessToken())).isEqualTo(new Authentication.Expired());
  }

  @Test
  void onlyAnAccessTokenIsAnAccessToken() {
    assertThat(authenticate(refreshToken(ada))).isEqualTo(new Authentication.Unknown());
    assertThat(authenticate("")).isEqualTo(new Authentication.Unknown());
    assertThat(authenticate(ada.accessToken() + "x")).isEqualTo(new Authentication.Unknown());
    assertThat(authenticate("pa_" + "A".repeat(43))).isEqualTo(new Authentication.Unknown());
  }

  @Test
  void aRefreshTradesBothTokens() {
    chat.clock().advance(Duration.ofMinutes(20));

    SignedIn next = refresh(ada);

    assertThat(next.user()).isEqualTo(ada.user());
    assertThat(next.session()).isEqualTo(ada.session());
    assertThat(next.refreshToken()).isNotEqualTo(ada.refreshToken());
    assertThat(authenticate(ada.accessToken())).isEqualTo(new Authentication.Unknown());
    assertThat(authenticate(next.accessToken())).isInstanceOf(Authentication.Valid.class);
  }

  @Test
  void whoComesBackWithinThirtyDaysStaysSignedIn() {
    SignedIn newest = ada;
    for (int visit = 0; visit < 3; visit++) {
      chat.clock().advance(Duration.ofDays(30).minusMillis(1));
      newest = refresh(newest);
    }
    chat.clock().advance(Duration.ofDays(30));

    assertThat(chat.refusal(TestChat.stranger(), new RefreshSession(refreshToken(newest))))
        .isEqualTo(OVER);
  }

  @Test
  void aRefreshTokenThatComesTwiceEndsTheSession() {
    SignedIn next = refresh(ada);
    chat.bus().forget();

    assertThat(chat.refusal(TestChat.stranger(), new RefreshSession(refreshToken(ada))))
        .isEqualTo(OVER);

    assertThat(authenticate(next.accessToken())).isEqualTo(new Authentication.Unknown());
    assertThat(chat.refusal(TestChat.stranger(), new RefreshSession(refreshToken(next))))
        .isEqualTo(OVER);
    assertThat(chat.bus().ended()).containsExactly(ended(ada.session()));
  }

  @Test
  void onlyARefreshTokenIsARefreshToken() {
    assertThat(chat.refusal(TestChat.stranger(), new RefreshSession(ada.accessToken())))
        .isEqualTo(OVER);
    assertThat(chat.refusal(TestChat.stranger(), new RefreshSession("pr_" + "A".repeat(43))))
        .isEqualTo(OVER);
    assertThat(authenticate(ada.accessToken())).isInstanceOf(Authentication.Valid.class);
  }

  @Test
  void listsWhereOneIsSignedIn() {
    chat.clock().advance(Duration.ofMinutes(1));
    SignedIn phone = signInAgain();

    assertThat(chat.ask(caller, new ListSessions()).sessions())
        .extracting(SessionInfo::id, SessionInfo::current)
        .containsExactly(tuple(phone.session(), false), tuple(ada.session(), true));
  }

  @Test
  void endsAnotherSession() {
    SignedIn phone = signInAgain();
    chat.bus().forget();

    chat.ask(caller, new RevokeSession(phone.session()));

    assertThat(authenticate(phone.accessToken())).isEqualTo(new Authentication.Unknown());
    assertThat(authenticate(ada.accessToken())).isInstanceOf(Authentication.Valid.class);
    assertThat(chat.bus().ended()).containsExactly(ended(phone.session()));
  }

  @Test
  void endsTheSessionThatAsks() {
    chat.bus().forget();

    chat.ask(caller, new RevokeSession(new SessionId("current")));

    assertThat(authenticate(ada.accessToken())).isEqualTo(new Authentication.Unknown());
    assertThat(chat.bus().ended()).containsExactly(ended(ada.session()));
  }

  @Test
  void nobodyEndsAnothersSession() {
    Caller.SignedIn grace = chat.signUp("grace");
    chat.bus().forget();

    Refusal refusal = chat.refusal(grace, new RevokeSession(ada.session()));

    assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(refusal.field()).isEqualTo("session");
    assertThat(refusal.message()).isEqualTo("You have no such session, or it has ended");
    assertThat(chat.bus().ended())
        .as("asked for among her own, of whom it is none")
        .allMatch(ended -> ended.user().equals(grace.user()));
    assertThat(authenticate(ada.accessToken())).isInstanceOf(Authentication.Valid.class);
  }

  @Test
  void mintedTokensDoNotShow() {
    TokenMint.Minted minted = new TokenMint(SessionConfig.defaults()).mint(Instant.EPOCH);

    assertThat(minted.toString()).doesNotContain(minted.access(), minted.refresh());
  }

  private Authentication authenticate(String token) {
    return chat.core().authenticator().authenticate(token);
  }

  private SignedIn signInAgain() {
    return chat.ask(TestChat.stranger(), new CreateSession("ada", TestChat.PASSWORD, "Phone"));
  }

  private SignedIn refresh(SignedIn last) {
    return chat.ask(TestChat.stranger(), new RefreshSession(refreshToken(last)));
  }

  private RecordingBus.Ended ended(SessionId session) {
    return new RecordingBus.Ended(ada.user().id(), session);
  }

  private static String refreshToken(SignedIn answer) {
    return Objects.requireNonNull(answer.refreshToken());
  }
}
