package im.parley.core.signin;

import im.parley.core.live.Bus;
import im.parley.core.session.Sessions;
import im.parley.core.session.TokenMint;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.reply.SignedIn;
import im.parley.protocol.view.User;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Begins a session for somebody who has proved who they are. */
final class SessionStart {

  private final Sessions sessions;
  private final TokenMint mint;
  private final Bus bus;
  private final InstantSource clock;

  SessionStart(Sessions sessions, TokenMint mint, Bus bus, InstantSource clock) {
    this.sessions = sessions;
    this.mint = mint;
    this.bus = bus;
    this.clock = clock;
  }

  /** The new session's tokens. A user who has too many sessions loses the one used least. */
  SignedIn begin(User user, String device, String address) {
    SessionId session = SessionId.random();
    Instant now = clock.instant();
    TokenMint.Minted tokens = mint.mint(now);
    List<SessionId> ended =
        sessions.begin(
            new Sessions.NewSession(session, user.id(), device, address, tokens.kept(), now));
    bus.end(user.id(), ended);
    return tokens.signedIn(user, session);
  }
}
