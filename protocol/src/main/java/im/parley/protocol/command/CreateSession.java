package im.parley.protocol.command;

import im.parley.protocol.reply.SignedIn;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Signs in.
 *
 * @param username the account's name
 * @param password its password
 * @param device what the client is, for the list of sessions; at most 120 characters
 */
@Json
public record CreateSession(String username, String password, @Nullable String device)
    implements Command<SignedIn> {

  public static final CommandType<CreateSession, SignedIn> TYPE =
      CommandType.open(
          "session.create", CreateSession.class, SignedIn.class, Route.make("/sessions"));

  public CreateSession {
    Check.length("username", username, 1, 64);
    Check.length("password", password, 1, 128);
    device = Check.nameOrEmpty("device", device, 120);
  }

  @Override
  public CommandType<CreateSession, SignedIn> type() {
    return TYPE;
  }

  /** Without the password, and the name as nobody has checked it: this may be logged. */
  @Override
  public String toString() {
    return "CreateSession[device=" + device + "]";
  }
}
