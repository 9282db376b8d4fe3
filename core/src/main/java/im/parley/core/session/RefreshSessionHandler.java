package im.parley.core.session;

import im.parley.core.dispatch.Caller;
import im.parley.core.live.Bus;
import im.parley.protocol.command.RefreshSession;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.reply.SignedIn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Trades a refresh token for new tokens. One that comes a second time is in two hands, and nobody
 * knows whose are the owner's: the session ends (RFC 9700, section 4.14.2).
 */
final class RefreshSessionHandler {

  private final Sessions sessions;
  private final TokenMint mint;
  private final Bus bus;
  private final InstantSource clock;

  RefreshSessionHandler(Sessions sessions, TokenMint mint, Bus bus, InstantSource clock) {
    this.sessions = sessions;
    this.mint = mint;
    this.bus = bus;
    this.clock = clock;
  }

  SignedIn refresh(Caller caller, RefreshSession command) {
    if (!TokenMint.looksLikeRefresh(command.refreshToken())) {
      throw over();
    }
    Instant now = clock.instant();
    TokenMint.Minted next = mint.mint(now);
    return switch (sessions.rotate(TokenHash.of(command.refreshToken()), next.kept(), now)) {
      case Sessions.Rotation.Rotated(var session, var user) -> next.signedIn(user, session);
      case Sessions.Rotation.Reused(var session, var user) -> {
        bus.end(user, List.of(session));
        throw over();
      }
      case Sessions.Rotation.Unknown() -> throw over();
    };
  }

  private static RefusedException over() {
    return RefusedException.unauthenticated("The session is over: sign in again");
  }
}
