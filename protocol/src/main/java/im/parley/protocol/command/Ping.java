package im.parley.protocol.command;

import im.parley.protocol.reply.Done;

/** Answered at once: for clients that cannot see the WebSocket's own pings. */
public record Ping() implements Command<Done> {

  public static final CommandType<Ping, Done> TYPE =
      CommandType.live("ping", Ping.class, Done.class, CommandType.Audience.SIGNED_IN);

  @Override
  public CommandType<Ping, Done> type() {
    return TYPE;
  }
}
