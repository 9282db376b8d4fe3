package im.parley.core.session;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Handler;
import im.parley.core.live.Bus;
import im.parley.protocol.command.ListSessions;
import im.parley.protocol.command.RefreshSession;
import im.parley.protocol.command.RevokeSession;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.reply.Done;
import java.time.InstantSource;
import java.util.List;

/** Carries out what concerns sessions that have begun. */
public final class SessionHandlers {

  private static final SessionId CURRENT = new SessionId("current");

  private final Sessions sessions;
  private final Bus bus;

  private SessionHandlers(Sessions sessions, Bus bus) {
    this.sessions = sessions;
    this.bus = bus;
  }

  /** The handlers of {@code session.refresh}, {@code session.list} and {@code session.revoke}. */
  public static List<Handler<?, ?>> of(
      Sessions sessions, TokenMint mint, Bus bus, InstantSource clock) {
    SessionHandlers handlers = new SessionHandlers(sessions, bus);
    RefreshSessionHandler refresh = new RefreshSessionHandler(sessions, mint, bus, clock);
    return List.of(
        new Handler.ForAnyone<>(RefreshSession.TYPE, refresh::refresh),
        new Handler.ForSignedIn<>(ListSessions.TYPE, handlers::list),
        new Handler.ForSignedIn<>(RevokeSession.TYPE, handlers::revoke));
  }

  private im.parley.protocol.reply.Sessions list(Caller.SignedIn caller, ListSessions command) {
    return new im.parley.protocol.reply.Sessions(sessions.list(caller.user(), caller.session()));
  }

  private Done revoke(Caller.SignedIn caller, RevokeSession command) {
    SessionId session = command.session().equals(CURRENT) ? caller.session() : command.session();
    boolean ended = sessions.end(caller.user(), session);
    // Whoever asks again may do so because not every node could be told.
    bus.end(caller.user(), List.of(session));
    if (!ended) {
      throw RefusedException.notFound("session", "You have no such session, or it has ended");
    }
    return new Done();
  }
}
