package im.parley.core.push;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Handler;
import im.parley.protocol.command.GetPushKey;
import im.parley.protocol.command.SubscribePush;
import im.parley.protocol.command.UnsubscribePush;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.reply.Done;
import im.parley.protocol.reply.PushKey;
import im.parley.protocol.reply.PushSubscribed;
import java.util.List;
import java.util.UUID;

/** Carries out {@code push.*}. */
public final class PushHandlers {

  private final PushSubscriptions subscriptions;
  private final PushService service;
  private final PostedQueue queue;

  private PushHandlers(PushSubscriptions subscriptions, PushService service, PostedQueue queue) {
    this.subscriptions = subscriptions;
    this.service = service;
    this.queue = queue;
  }

  /** The handlers of {@code push.key}, {@code push.subscribe} and {@code push.unsubscribe}. */
  public static List<Handler<?, ?>> of(Pushing pushing) {
    PushHandlers handlers =
        new PushHandlers(
            pushing.ports().subscriptions(), pushing.ports().service(), pushing.queue());
    return List.of(
        new Handler.ForSignedIn<>(GetPushKey.TYPE, handlers::key),
        new Handler.ForSignedIn<>(SubscribePush.TYPE, handlers::subscribe),
        new Handler.ForSignedIn<>(UnsubscribePush.TYPE, handlers::unsubscribe));
  }

  private PushKey key(Caller.SignedIn caller, GetPushKey command) {
    return new PushKey(service.publicKey());
  }

  private PushSubscribed subscribe(Caller.SignedIn caller, SubscribePush command) {
    PushTarget target =
        new PushTarget(
            UUID.randomUUID().toString(), command.endpoint(), command.p256dh(), command.auth());
    service.check(target);
    String id = subscriptions.keep(caller.user(), caller.session(), target);
    queue.somebody();
    return new PushSubscribed(id);
  }

  private Done unsubscribe(Caller.SignedIn caller, UnsubscribePush command) {
    if (!subscriptions.remove(caller.user(), command.subscription())) {
      throw RefusedException.notFound("subscription", "You have no such subscription");
    }
    return new Done();
  }
}
