package im.parley.protocol.command;

import im.parley.protocol.reply.PushSubscribed;
import io.avaje.jsonb.Json;

/**
 * Has a browser notified of what the caller should see while they are away, until the session ends
 * or the browser's push service says that it has gone. A browser that subscribes again is one
 * still; of one user's more than 20, the oldest goes.
 *
 * @param endpoint where its push service takes messages: an https URL, at most 1000 characters
 * @param p256dh the key that the browser made for them, in base64url (RFC 8291, section 3.1)
 * @param auth the secret that it made for them, in base64url (RFC 8291, section 3.2)
 */
@Json
public record SubscribePush(String endpoint, String p256dh, String auth)
    implements Command<PushSubscribed> {

  public static final CommandType<SubscribePush, PushSubscribed> TYPE =
      CommandType.of(
          "push.subscribe", SubscribePush.class, PushSubscribed.class, Route.make("/me/push"));

  public SubscribePush {
    Check.length("endpoint", endpoint, 1, 1000);
    Check.length("p256dh", p256dh, 1, 120);
    Check.length("auth", auth, 1, 40);
  }

  @Override
  public CommandType<SubscribePush, PushSubscribed> type() {
    return TYPE;
  }

  /** Without what lets others push: this may be logged. */
  @Override
  public String toString() {
    return "SubscribePush[]";
  }
}
