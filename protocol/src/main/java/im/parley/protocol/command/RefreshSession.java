package im.parley.protocol.command;

import im.parley.protocol.reply.SignedIn;
import io.avaje.jsonb.Json;

/**
 * Trades a refresh token for new tokens. It works once: using it again ends the session.
 *
 * @param refreshToken the newest refresh token of the session
 */
@Json
public record RefreshSession(String refreshToken) implements Command<SignedIn> {

  public static final CommandType<RefreshSession, SignedIn> TYPE =
      CommandType.open(
          "session.refresh", RefreshSession.class, SignedIn.class, Route.post("/sessions/refresh"));

  public RefreshSession {
    Check.length("refreshToken", refreshToken, 1, 512);
  }

  @Override
  public CommandType<RefreshSession, SignedIn> type() {
    return TYPE;
  }

  /** Without the token: this may be logged. */
  @Override
  public String toString() {
    return "RefreshSession[]";
  }
}
