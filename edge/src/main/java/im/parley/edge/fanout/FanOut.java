package im.parley.edge.fanout;

import im.parley.core.live.NodeBus;
import im.parley.core.log.RoomLog;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.RoomId;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Takes what happens in rooms to the sessions on this node that are in them. Safe to share. */
public final class FanOut {

  private final RoomTails tails;
  private final CatchUps catchUps;
  private final FanOutMeter meter;
  private final Map<EventLoop, LoopFanOut> loops = new ConcurrentHashMap<>();

  /**
   * With nobody in it yet.
   *
   * @param roomLog where those who come back read what they missed
   * @param bus where this node says which rooms it follows
   */
  public FanOut(RoomLog roomLog, NodeBus bus, MeterRegistry registry) {
    this.tails = new RoomTails(bus);
    this.catchUps = new CatchUps(roomLog);
    this.meter = new FanOutMeter(registry);
  }

  /** Delivers durable events. A room's events come in seq order, one call at a time. */
  public void deliver(List<DurableEvent> events) {
    List<Frame> frames = new ArrayList<>(events.size());
    for (DurableEvent event : events) {
      RoomTail tail = tails.find(event.room());
      if (tail != null) {
        Frame frame = Frame.of(event, tail.audience().shares());
        tail.append(frame);
        frames.add(frame);
      }
    }
    if (!frames.isEmpty()) {
      loops.values().forEach(loop -> loop.deliver(frames));
    }
  }

  /** Delivers something of the moment to everyone in a room. */
  public void signal(RoomId room, Signal signal) {
    RoomTail tail = tails.find(room);
    if (tail != null) {
      SignalEvent event = new SignalEvent(room, signal);
      Encodings encodings =
          new Encodings(
              tail.audience().shares(), share -> share.format().signal(event, share.readers()));
      loops.values().forEach(loop -> loop.signal(room, encodings));
    }
  }

  /**
   * A session enters the streams of rooms. Called on the session's event loop; what it missed
   * follows, then everything as it happens.
   */
  public List<Subscription> subscribe(Subscriber subscriber, List<StartAfter> starts) {
    LoopFanOut loop = on(subscriber);
    List<Subscription> subscriptions = new ArrayList<>(starts.size());
    List<Subscription> behind = new ArrayList<>();
    for (StartAfter start : starts) {
      Subscription subscription = loop.subscribe(subscriber, start);
      subscriptions.add(subscription);
      if (!subscription.settleFromTail()) {
        behind.add(subscription);
      }
    }
    if (!behind.isEmpty()) {
      catchUps.start(behind);
    }
    return subscriptions;
  }

  /** A session leaves a room's stream. Called on the session's event loop. */
  public void unsubscribe(Subscription subscription) {
    on(subscription.subscriber).unsubscribe(subscription);
  }

  /** The session is flushed at the end of this turn. Called on the session's event loop. */
  public void flushLater(Subscriber subscriber) {
    on(subscriber).flushLater(subscriber);
  }

  /**
   * Whether a session reads what it is sent. If it does not, it is closed, to come back later.
   * Called on the session's event loop.
   */
  public boolean keepsUp(Subscriber subscriber) {
    return on(subscriber).keepsUp(subscriber);
  }

  private LoopFanOut on(Subscriber subscriber) {
    return loops.computeIfAbsent(
        subscriber.eventLoop(), loop -> new LoopFanOut(loop, tails, catchUps, meter));
  }
}
