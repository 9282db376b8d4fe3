package im.parley.core.push;

import im.parley.core.presence.PresenceBoard;
import im.parley.core.push.PostedQueue.Posted;
import im.parley.core.push.PushService.Push;
import im.parley.core.push.PushService.Urgency;
import im.parley.protocol.push.PushedMessage;
import im.parley.protocol.view.RoomKind;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides, message by message, who is notified. One virtual thread does. */
public final class Pusher implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Pusher.class);

  private final PostedQueue queue;
  private final PushPorts ports;
  private final PresenceBoard presence;
  private final InstantSource clock;
  private final Deliveries deliveries;

  private Pusher(
      PostedQueue queue,
      PushPorts ports,
      PresenceBoard presence,
      InstantSource clock,
      Deliveries deliveries) {
    this.queue = queue;
    this.ports = ports;
    this.presence = presence;
    this.clock = clock;
    this.deliveries = deliveries;
  }

  /** Begins to notify people of what comes into the queue. */
  public static Pusher start(
      PostedQueue queue,
      PushPorts ports,
      PresenceBoard presence,
      InstantSource clock,
      PushConfig config,
      MeterRegistry registry) {
    FunctionCounter.builder("parley.push.unasked", queue, PostedQueue::dropped)
        .description("Messages that nobody was notified of, because too many came at once")
        .register(registry);
    Deliveries deliveries =
        new Deliveries(ports.service(), ports.subscriptions(), config, registry);
    Pusher pusher = new Pusher(queue, ports, presence, clock, deliveries);
    var _ = Thread.ofVirtual().name("pusher").start(pusher::run);
    return pusher;
  }

  private void run() {
    try {
      if (!ports.subscriptions().any()) {
        queue.nobodyYet();
      }
      for (Optional<Posted> next = queue.take(); next.isPresent(); next = queue.take()) {
        consider(next.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void consider(Posted posted) {
    try {
      ports.audience().of(posted.room(), posted.seq()).ifPresent(this::notifyOf);
    } catch (RuntimeException e) {
      log.warn("Nobody was notified of message {} in {}", posted.seq(), posted.room(), e);
    }
  }

  private void notifyOf(Occasion occasion) {
    for (Recipient recipient : occasion.recipients()) {
      PushRules.urgency(occasion, recipient, presence.liveness(recipient.user()), clock.instant())
          .ifPresent(urgency -> push(occasion, recipient, urgency));
    }
  }

  private void push(Occasion occasion, Recipient recipient, Urgency urgency) {
    Occasion.Place place = occasion.place();
    PushedMessage message =
        new PushedMessage(
            PushedMessage.TYPE,
            place.room(),
            place.seq(),
            occasion.author().user(),
            title(occasion),
            Excerpt.of(occasion.message().text()),
            recipient.reading().unread());
    recipient.targets().forEach(target -> deliveries.begin(target, new Push(message, urgency)));
  }

  private static String title(Occasion occasion) {
    String author = occasion.author().name();
    return occasion.place().kind() == RoomKind.DIRECT
        ? author
        : author + " · " + occasion.place().name();
  }

  /** Notifies nobody any more. */
  @Override
  public void close() {
    queue.close();
    deliveries.close();
  }
}
