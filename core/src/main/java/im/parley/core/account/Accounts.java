package im.parley.core.account;

import im.parley.core.log.Page;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.User;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps the accounts. All calls wait for the store; changes are durable when they return. */
public interface Accounts {

  /**
   * Makes an account and lets it into every room that welcomes newcomers ({@code general}, from the
   * start), in one transaction. The first account of a server is its admin and owns those rooms.
   *
   * @throws im.parley.protocol.error.RefusedException with {@code conflict} when the username is
   *     taken
   */
  void register(NewAccount account);

  /** What it takes to check a sign-in; empty when there is no such username. */
  Optional<Credentials> credentials(String username);

  /** One user. */
  Optional<User> find(UserId user);

  /** Those of the users who exist. */
  List<User> findAll(Collection<UserId> users);

  /** Users whose username or display name begins with the query in any case, by username. */
  Page<User> search(String query, int limit);

  /** Changes the display name, and returns the user as everyone sees them from now on. */
  User rename(UserId user, String displayName);

  /**
   * An account that is to be made.
   *
   * @param id its id
   * @param username its unique name
   * @param displayName the name that people read
   * @param passwordHash in PHC form, see {@link PasswordHasher}
   */
  record NewAccount(UserId id, String username, String displayName, String passwordHash) {

    /** Without the hash: this may be logged. */
    @Override
    public String toString() {
      return "NewAccount[id=" + id + ", username=" + username + "]";
    }
  }

  /**
   * What it takes to check a sign-in.
   *
   * @param user whose account it is
   * @param passwordHash in PHC form
   */
  record Credentials(User user, String passwordHash) {

    /** Without the hash: this may be logged. */
    @Override
    public String toString() {
      return "Credentials[user=" + user.id() + "]";
    }
  }
}
