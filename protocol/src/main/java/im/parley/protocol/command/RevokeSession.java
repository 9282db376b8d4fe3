package im.parley.protocol.command;

import im.parley.protocol.id.SessionId;
import im.parley.protocol.reply.Done;
import io.avaje.jsonb.Json;

/**
 * Ends a session of the caller's: its tokens are void and its connections close at once.
 *
 * @param session the session, or {@code current} for the one that asks
 */
@Json
public record RevokeSession(SessionId session) implements Command<Done> {

  public static final CommandType<RevokeSession, Done> TYPE =
      CommandType.of(
          "session.revoke", RevokeSession.class, Done.class, Route.delete("/sessions/{session}"));

  public RevokeSession {
    Check.required("session", session);
  }

  @Override
  public CommandType<RevokeSession, Done> type() {
    return TYPE;
  }
}
