package im.parley.core.signin;

import static java.util.Objects.requireNonNull;

import im.parley.core.account.Accounts;
import im.parley.core.account.PasswordHasher;
import im.parley.core.dispatch.Caller;
import im.parley.core.limit.Limits;
import im.parley.protocol.command.CreateSession;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.reply.SignedIn;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;

/** Signs in with a password. A wrong name and a wrong password read, and take, the same. */
final class CreateSessionHandler {

  private final Accounts accounts;
  private final PasswordHasher passwords;
  private final SessionStart sessions;
  private final Limits limits;
  private final Counter refused;

  CreateSessionHandler(
      Accounts accounts,
      PasswordHasher passwords,
      SessionStart sessions,
      Limits limits,
      MeterRegistry registry) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.limits = limits;
    this.refused =
        Counter.builder("parley.signins.refused")
            .description("Sign-ins with a wrong name or password")
            .register(registry);
  }

  SignedIn signIn(Caller caller, CreateSession command) {
    String username = command.username().strip().toLowerCase(Locale.ROOT);
    limits.beforePassword(username, caller.address());
    Optional<Accounts.Credentials> known = accounts.credentials(username);
    String hash = known.map(Accounts.Credentials::passwordHash).orElseGet(passwords::decoy);
    boolean matches = passwords.matches(command.password(), hash);
    if (known.isEmpty() || !matches) {
      refused.increment();
      throw RefusedException.unauthenticated("The username or the password is wrong");
    }
    limits.passwordWasRight(username, caller.address());
    return sessions.begin(known.get().user(), requireNonNull(command.device()), caller.address());
  }
}
