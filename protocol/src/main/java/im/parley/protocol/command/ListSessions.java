package im.parley.protocol.command;

import im.parley.protocol.reply.Sessions;

/** Lists where the caller is signed in. */
public record ListSessions() implements Command<Sessions> {

  public static final CommandType<ListSessions, Sessions> TYPE =
      CommandType.of("session.list", ListSessions.class, Sessions.class, Route.get("/sessions"));

  @Override
  public CommandType<ListSessions, Sessions> type() {
    return TYPE;
  }
}
