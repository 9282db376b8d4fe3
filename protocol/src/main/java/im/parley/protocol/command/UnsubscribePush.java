package im.parley.protocol.command;

import im.parley.protocol.reply.Done;
import io.avaje.jsonb.Json;

/**
 * Has one of the caller's browsers notified no more.
 *
 * @param subscription which one
 */
@Json
public record UnsubscribePush(String subscription) implements Command<Done> {

  public static final CommandType<UnsubscribePush, Done> TYPE =
      CommandType.of(
          "push.unsubscribe",
          UnsubscribePush.class,
          Done.class,
          Route.delete("/me/push/{subscription}"));

  public UnsubscribePush {
    Check.length("subscription", subscription, 1, 40);
  }

  @Override
  public CommandType<UnsubscribePush, Done> type() {
    return TYPE;
  }
}
