package im.parley.app;

import im.parley.core.presence.PresenceBoard;
import im.parley.core.push.PostedQueue;
import im.parley.core.push.PushConfig;
import im.parley.core.push.PushPorts;
import im.parley.core.push.Pusher;
import im.parley.core.push.Pushing;
import im.parley.edge.push.HttpPushConfig;
import im.parley.edge.push.HttpPushService;
import im.parley.store.sql.SqlStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/** How this node notifies people in their browsers. */
final class NodePush implements AutoCloseable {

  private final Pushing pushing;
  private final HttpPushService service;
  private final Pusher pusher;

  private NodePush(Pushing pushing, HttpPushService service, Pusher pusher) {
    this.pushing = pushing;
    this.service = service;
    this.pusher = pusher;
  }

  /** Begins to notify people of what comes into the queue. */
  static NodePush start(
      PostedQueue queue,
      SqlStore store,
      PresenceBoard presence,
      HttpPushConfig config,
      MeterRegistry registry) {
    InstantSource clock = InstantSource.system();
    HttpPushService service = new HttpPushService(store.vapidKeys(), config, clock);
    PushPorts ports = new PushPorts(store.pushSubscriptions(), store.pushAudience(), service);
    Pusher pusher = Pusher.start(queue, ports, presence, clock, PushConfig.defaults(), registry);
    return new NodePush(new Pushing(ports, queue), service, pusher);
  }

  Pushing pushing() {
    return pushing;
  }

  /** Notifies nobody any more; what was not sent yet never is. */
  @Override
  public void close() {
    pusher.close();
    service.close();
  }
}
