package im.parley.protocol.command;

import im.parley.protocol.reply.SignedIn;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Makes an account and signs it in. The first account of a server is its admin.
 *
 * @param username the unique name: 3 to 32 of a-z 0-9 . _ -
 * @param password 8 to 128 characters
 * @param displayName the name that people read, 1 to 64 characters; the username when left out
 * @param device what the client is, for the list of sessions; at most 120 characters
 */
@Json
public record RegisterAccount(
    String username, String password, @Nullable String displayName, @Nullable String device)
    implements Command<SignedIn> {

  public static final CommandType<RegisterAccount, SignedIn> TYPE =
      CommandType.open(
          "account.register", RegisterAccount.class, SignedIn.class, Route.make("/accounts"));

  public RegisterAccount {
    Check.username("username", username);
    Check.length("password", password, 8, 128);
    displayName = displayName == null ? username : Check.name("displayName", displayName, 64);
    device = Check.nameOrEmpty("device", device, 120);
  }

  @Override
  public CommandType<RegisterAccount, SignedIn> type() {
    return TYPE;
  }

  /** Without the password: this may be logged. */
  @Override
  public String toString() {
    return "RegisterAccount[username=" + username + "]";
  }
}
