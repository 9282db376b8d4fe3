package im.parley.protocol.command;

import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.BotKey;
import io.avaje.jsonb.Json;

/**
 * Gives a bot of one's own another key. The old one is good for nothing from then on, and what was
 * connected with it is not.
 *
 * @param bot which bot
 */
@Json
public record RekeyBot(UserId bot) implements Command<BotKey> {

  public static final CommandType<RekeyBot, BotKey> TYPE =
      CommandType.of("bot.rekey", RekeyBot.class, BotKey.class, Route.post("/bots/{bot}/key"));

  public RekeyBot {
    Check.required("bot", bot);
  }

  @Override
  public CommandType<RekeyBot, BotKey> type() {
    return TYPE;
  }
}
