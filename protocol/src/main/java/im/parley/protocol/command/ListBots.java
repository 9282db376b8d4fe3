package im.parley.protocol.command;

import im.parley.protocol.reply.Bots;

/** One's own bots, the oldest first; at most 20. */
public record ListBots() implements Command<Bots> {

  public static final CommandType<ListBots, Bots> TYPE =
      CommandType.of("bot.list", ListBots.class, Bots.class, Route.get("/bots"));

  @Override
  public CommandType<ListBots, Bots> type() {
    return TYPE;
  }
}
