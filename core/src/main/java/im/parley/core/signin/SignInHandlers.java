package im.parley.core.signin;

import im.parley.core.account.Accounts;
import im.parley.core.account.PasswordHasher;
import im.parley.core.dispatch.Handler;
import im.parley.core.limit.Limits;
import im.parley.core.live.Bus;
import im.parley.core.session.Sessions;
import im.parley.core.session.TokenMint;
import im.parley.protocol.command.CreateSession;
import im.parley.protocol.command.RegisterAccount;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;

/** Lets people in. */
public final class SignInHandlers {

  private final SessionStart sessions;

  public SignInHandlers(Sessions sessions, TokenMint mint, Bus bus, InstantSource clock) {
    this.sessions = new SessionStart(sessions, mint, bus, clock);
  }

  /** The handlers of {@code account.register} and {@code session.create}. */
  public List<Handler<?, ?>> with(
      Accounts accounts, PasswordHasher passwords, Limits limits, MeterRegistry registry) {
    RegisterAccountHandler register = new RegisterAccountHandler(accounts, passwords, sessions);
    CreateSessionHandler signIn =
        new CreateSessionHandler(accounts, passwords, sessions, limits, registry);
    return List.of(
        new Handler.ForAnyone<>(RegisterAccount.TYPE, register::register),
        new Handler.ForAnyone<>(CreateSession.TYPE, signIn::signIn));
  }
}
