package im.parley.protocol.reply;

import im.parley.protocol.view.User;
import io.avaje.jsonb.Json;

/**
 * A bot and its new key.
 *
 * @param user the bot
 * @param apiKey what it sends wherever an access token is asked for; it does not expire and is not
 *     shown again
 */
@Json
public record BotKey(User user, String apiKey) implements Reply {

  /** Without the key: this may be logged. */
  @Override
  public String toString() {
    return "BotKey[user=" + user.id() + "]";
  }
}
