package im.parley.protocol.command;

import im.parley.protocol.reply.BotKey;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Makes a bot: an account that a program signs in to, by a key that is shown this once. It belongs
 * to the user who made it; a bot makes none.
 *
 * @param username the unique name: 3 to 32 of a-z 0-9 . _ -
 * @param displayName the name that people read, 1 to 64 characters; the username when left out
 */
@Json
public record CreateBot(String username, @Nullable String displayName) implements Command<BotKey> {

  public static final CommandType<CreateBot, BotKey> TYPE =
      CommandType.of("bot.create", CreateBot.class, BotKey.class, Route.make("/bots"));

  public CreateBot {
    Check.username("username", username);
    displayName = displayName == null ? username : Check.name("displayName", displayName, 64);
  }

  @Override
  public CommandType<CreateBot, BotKey> type() {
    return TYPE;
  }
}
