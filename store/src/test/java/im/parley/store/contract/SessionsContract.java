package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.session.Sessions;
import im.parley.core.session.Sessions.ActiveSession;
import im.parley.core.session.Sessions.NewSession;
import im.parley.core.session.Sessions.Rotation;
import im.parley.core.session.Sessions.Tokens;
import im.parley.core.session.TokenHash;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.SessionInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link im.parley.core.session.Sessions} promises. */
public abstract class SessionsContract extends StoreContract {

  private static final Duration ACCESS = Duration.ofMinutes(15);
  private static final Duration REFRESH = Duration.ofDays(30);

  @Test
  void aSessionIsFoundByItsAccessToken() {
    UserId ada = register("ada");
    SessionId session = begin(ada, "first", START);

    assertThat(store.ports().sessions().byAccessToken(access("first")))
        .contains(
            new ActiveSession(
                session, store.ports().accounts().find(ada).orElseThrow(), START.plus(ACCESS)));
    assertThat(store.ports().sessions().byAccessToken(access("other"))).isEmpty();
    assertThat(store.ports().sessions().byAccessToken(refresh("first"))).isEmpty();
  }

  @Test
  void aRefreshTokenIsTradedForNewOnes() {
    UserId ada = register("ada");
    SessionId session = begin(ada, "first", START);
    Instant later = START.plusSeconds(600);

    assertThat(rotate("first", "second", later))
        .isEqualTo(new Rotation.Rotated(session, store.ports().accounts().find(ada).orElseThrow()));
    assertThat(store.ports().sessions().byAccessToken(access("first"))).isEmpty();
    assertThat(store.ports().sessions().byAccessToken(access("second")))
        .map(ActiveSession::accessExpiresAt)
        .hasValue(later.plus(ACCESS));
    assertThat(store.ports().sessions().list(ada, session))
        .extracting(SessionInfo::lastSeen)
        .containsExactly(later);
    assertThat(rotate("second", "third", later)).isInstanceOf(Rotation.Rotated.class);
  }

  @Test
  void aRefreshTokenThatWasTradedBeforeEndsItsSession() {
    UserId ada = register("ada");
    SessionId session = begin(ada, "first", START);
    SessionId other = begin(ada, "other", START);
    rotate("first", "second", START);
    rotate("second", "third", START);

    assertThat(rotate("first", "stolen", START)).isEqualTo(new Rotation.Reused(session, ada));
    assertThat(store.ports().sessions().byAccessToken(access("third"))).isEmpty();
    assertThat(rotate("third", "fourth", START)).isEqualTo(new Rotation.Unknown());
    assertThat(rotate("first", "stolen", START)).isEqualTo(new Rotation.Unknown());
    assertThat(store.ports().sessions().list(ada, other))
        .extracting(SessionInfo::id)
        .containsExactly(other);
  }

  @Test
  void aRefreshTokenHasItsTime() {
    UserId ada = register("ada");
    begin(ada, "first", START);

    assertThat(rotate("unheard of", "second", START)).isEqualTo(new Rotation.Unknown());
    assertThat(rotate("first", "second", START.plus(REFRESH))).isEqualTo(new Rotation.Unknown());
    assertThat(store.ports().sessions().byAccessToken(access("first"))).isEmpty();
  }

  @Test
  void aSessionIsEndedByItsUserAlone() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    SessionId session = begin(ada, "first", START);

    assertThat(store.ports().sessions().end(bob, session)).isFalse();
    assertThat(store.ports().sessions().byAccessToken(access("first"))).isPresent();
    assertThat(store.ports().sessions().end(ada, session)).isTrue();
    assertThat(store.ports().sessions().end(ada, session)).isFalse();
    assertThat(store.ports().sessions().byAccessToken(access("first"))).isEmpty();
    assertThat(rotate("first", "second", START)).isEqualTo(new Rotation.Unknown());
  }

  @Test
  void sessionsAreListedTheOneSeenLastFirst() {
    UserId ada = register("ada");
    SessionId first = begin(ada, "first", START.minus(REFRESH).plusMillis(1));
    SessionId second = begin(ada, "second", START.minusSeconds(10));
    SessionId third = begin(ada, "third", START.minusSeconds(5));
    begin(register("bob"), "his", START);

    assertThat(store.ports().sessions().list(ada, second))
        .containsExactly(
            info(third, "third", START.minusSeconds(5), false),
            info(second, "second", START.minusSeconds(10), true),
            info(first, "first", START.minus(REFRESH).plusMillis(1), false));
    passMillis(1);
    assertThat(store.ports().sessions().list(ada, second))
        .extracting(SessionInfo::id)
        .containsExactly(third, second);
  }

  @Test
  void theSessionSeenLongestAgoEndsForOneTooMany() {
    UserId ada = register("ada");
    List<SessionId> sessions = new ArrayList<>();
    for (int i = 0; i < Sessions.MAX_PER_USER; i++) {
      sessions.add(begin(ada, "session " + i, START.plusSeconds(i)));
    }
    rotate("session 0", "session 0 again", START.plusSeconds(1_000));

    assertThat(store.ports().sessions().begin(newSession(ada, "next", START.plusSeconds(1_001))))
        .containsExactly(sessions.get(1));
    assertThat(store.ports().sessions().byAccessToken(access("session 1"))).isEmpty();
    assertThat(store.ports().sessions().list(ada, sessions.get(0))).hasSize(Sessions.MAX_PER_USER);
  }

  @Test
  void sessionsPastTheirTimeMakeRoomWithoutAWord() {
    UserId ada = register("ada");
    for (int i = 0; i < Sessions.MAX_PER_USER; i++) {
      begin(ada, "session " + i, START);
    }

    assertThat(store.ports().sessions().begin(newSession(ada, "next", START.plus(REFRESH))))
        .isEmpty();
    assertThat(store.ports().sessions().byAccessToken(access("session 1"))).isEmpty();
  }

  private SessionId begin(UserId user, String token, Instant now) {
    NewSession session = newSession(user, token, now);
    assertThat(store.ports().sessions().begin(session)).isEmpty();
    return session.id();
  }

  private static NewSession newSession(UserId user, String token, Instant now) {
    return new NewSession(
        SessionId.random(), user, "device " + token, "127.0.0.1", tokens(token, now), now);
  }

  private Rotation rotate(String token, String next, Instant now) {
    return store.ports().sessions().rotate(refresh(token), tokens(next, now), now);
  }

  private static SessionInfo info(SessionId id, String token, Instant at, boolean current) {
    return new SessionInfo(id, "device " + token, "127.0.0.1", at, at, current);
  }

  private static Tokens tokens(String token, Instant now) {
    return new Tokens(access(token), now.plus(ACCESS), refresh(token), now.plus(REFRESH));
  }

  private static TokenHash access(String token) {
    return TokenHash.of("access " + token);
  }

  private static TokenHash refresh(String token) {
    return TokenHash.of("refresh " + token);
  }
}
