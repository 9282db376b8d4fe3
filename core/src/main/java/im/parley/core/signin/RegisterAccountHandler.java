package im.parley.core.signin;

import static java.util.Objects.requireNonNull;

import im.parley.core.account.Accounts;
import im.parley.core.account.PasswordHasher;
import im.parley.core.account.Usernames;
import im.parley.core.dispatch.Caller;
import im.parley.protocol.command.RegisterAccount;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.SignedIn;
import im.parley.protocol.view.User;

/** Makes an account and signs it in. */
final class RegisterAccountHandler {

  private final Accounts accounts;
  private final PasswordHasher passwords;
  private final SessionStart sessions;

  RegisterAccountHandler(Accounts accounts, PasswordHasher passwords, SessionStart sessions) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
  }

  SignedIn register(Caller caller, RegisterAccount command) {
    requireFree(command.username());
    User user =
        new User(
            UserId.random(), command.username(), requireNonNull(command.displayName()), null, null);
    accounts.register(
        new Accounts.NewAccount(
            user.id(), user.username(), user.displayName(), passwords.hash(command.password())));
    return sessions.begin(user, requireNonNull(command.device()), caller.address());
  }

  /** Spares a hash for a name that is taken; whether it is free in the end, the store decides. */
  private void requireFree(String username) {
    Usernames.requireUsable(username);
    if (accounts.credentials(username).isPresent()) {
      throw RefusedException.conflict("username", "This name is taken: choose another");
    }
  }
}
