package im.parley.core.account;

import static java.util.Objects.requireNonNull;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Handler;
import im.parley.core.log.Page;
import im.parley.protocol.command.GetMe;
import im.parley.protocol.command.GetUser;
import im.parley.protocol.command.SearchUsers;
import im.parley.protocol.command.UpdateMe;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.UserReply;
import im.parley.protocol.reply.Users;
import im.parley.protocol.view.User;
import java.util.List;

/** Carries out what concerns people: oneself, and others. */
public final class AccountHandlers {

  private final Accounts accounts;

  private AccountHandlers(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The handlers of {@code me.*} and {@code user.*}. */
  public static List<Handler<?, ?>> of(Accounts accounts) {
    AccountHandlers handlers = new AccountHandlers(accounts);
    return List.of(
        new Handler.ForSignedIn<>(GetMe.TYPE, handlers::me),
        new Handler.ForSignedIn<>(UpdateMe.TYPE, handlers::updateMe),
        new Handler.ForSignedIn<>(GetUser.TYPE, handlers::user),
        new Handler.ForSignedIn<>(SearchUsers.TYPE, handlers::search));
  }

  private UserReply me(Caller.SignedIn caller, GetMe command) {
    return new UserReply(find(caller.user()));
  }

  private UserReply updateMe(Caller.SignedIn caller, UpdateMe command) {
    String displayName = command.displayName();
    return new UserReply(
        displayName == null ? find(caller.user()) : accounts.rename(caller.user(), displayName));
  }

  private UserReply user(Caller.SignedIn caller, GetUser command) {
    return new UserReply(find(command.user()));
  }

  private Users search(Caller.SignedIn caller, SearchUsers command) {
    String query = requireNonNull(command.query()).strip();
    Page<User> found = accounts.search(query, requireNonNull(command.limit()));
    return new Users(found.items(), found.more());
  }

  private User find(UserId user) {
    return accounts
        .find(user)
        .orElseThrow(() -> RefusedException.notFound("user", "There is no such user"));
  }
}
