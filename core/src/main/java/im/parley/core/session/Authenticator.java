package im.parley.core.session;

import java.time.InstantSource;

/** Says who an access token belongs to. Every door asks here, and nowhere else. */
public final class Authenticator {

  private final Sessions sessions;
  private final InstantSource clock;

  public Authenticator(Sessions sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /** What the token proves now. Waits for the store. */
  public Authentication authenticate(String accessToken) {
    if (!TokenMint.looksLikeAccess(accessToken)) {
      return new Authentication.Unknown();
    }
    return sessions
        .byAccessToken(TokenHash.of(accessToken))
        .map(this::judge)
        .orElseGet(Authentication.Unknown::new);
  }

  /** What a token of this session proves now. */
  public Authentication judge(Sessions.ActiveSession session) {
    return clock.instant().isBefore(session.accessExpiresAt())
        ? new Authentication.Valid(session.user(), session.id())
        : new Authentication.Expired();
  }
}
