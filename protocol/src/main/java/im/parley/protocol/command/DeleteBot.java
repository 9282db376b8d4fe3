package im.parley.protocol.command;

import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Done;
import io.avaje.jsonb.Json;

/**
 * Takes a bot of one's own out of service: its key is good for nothing from then on. Its account
 * stays, as the writer of what it wrote.
 *
 * @param bot which bot
 */
@Json
public record DeleteBot(UserId bot) implements Command<Done> {

  public static final CommandType<DeleteBot, Done> TYPE =
      CommandType.of("bot.delete", DeleteBot.class, Done.class, Route.delete("/bots/{bot}"));

  public DeleteBot {
    Check.required("bot", bot);
  }

  @Override
  public CommandType<DeleteBot, Done> type() {
    return TYPE;
  }
}
