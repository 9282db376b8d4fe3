package im.parley.edge.fanout;

import im.parley.core.log.Page;
import im.parley.core.log.RoomLog;
import im.parley.protocol.error.CloseCode;
import im.parley.protocol.event.DurableEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings subscriptions up to the live stream: from the room's tail where it reaches back far
 * enough, otherwise from the log. A page is read only after the socket took the one before, so a
 * slow reader holds one page and no more.
 */
final class CatchUps {

  private static final Logger log = LoggerFactory.getLogger(CatchUps.class);

  private static final int PAGE_EVENTS = 200;
  private static final int PORTION_BYTES = 256 * 1024;

  /** So many sessions may read the log at once; the others wait their turn. */
  private static final int MAX_READERS = 32;

  private final RoomLog roomLog;
  private final Semaphore readers = new Semaphore(MAX_READERS);

  CatchUps(RoomLog roomLog) {
    this.roomLog = roomLog;
  }

  /** Brings the subscriptions of one session up to date, one after the other. */
  void start(List<Subscription> subscriptions) {
    Thread.ofVirtual().name("catch-up").start(() -> subscriptions.forEach(this::catchUp));
  }

  private void catchUp(Subscription subscription) {
    try {
      subscription.room.tail().awaitNews();
      boolean readOn = true;
      while (readOn && subscription.gate instanceof Subscription.Gate.CatchingUp way) {
        readOn = deliver(subscription, read(subscription, way.delivered()));
      }
    } catch (RejectedExecutionException e) {
      log.debug("The event loop has stopped: nobody waits for room {}", subscription.roomId());
    } catch (RuntimeException e) {
      log.warn("Catching up in room {} failed", subscription.roomId(), e);
      Subscriber subscriber = subscription.subscriber;
      subscriber.eventLoop().execute(() -> subscriber.close(CloseCode.INTERNAL));
    }
  }

  private Missed read(Subscription subscription, long after) {
    WireFormat format = subscription.subscriber.format();
    return switch (subscription.room.tail().after(after)) {
      case RoomTail.Stretch.Reached(List<Frame> frames) ->
          new Missed(frames.stream().map(frame -> frame.in(format)).toList(), true);
      case RoomTail.Stretch.OutOfReach _ -> readLog(subscription, after, format);
    };
  }

  private Missed readLog(Subscription subscription, long after, WireFormat format) {
    readers.acquireUninterruptibly();
    try {
      Page<DurableEvent> page = roomLog.events(subscription.roomId(), after, PAGE_EVENTS);
      List<Frame> frames = page.items().stream().map(event -> Frame.missed(event, format)).toList();
      if (!page.more()) {
        long end = frames.isEmpty() ? after : frames.getLast().seq();
        subscription.room.tail().reachedEndAt(end, frames);
      }
      return new Missed(frames, !page.more());
    } finally {
      readers.release();
    }
  }

  /** Hands the frames on in portions, each when the socket took the one before. */
  private static boolean deliver(Subscription subscription, Missed missed) {
    List<Frame> left = missed.frames();
    while (true) {
      int size = portion(left, subscription.subscriber.format());
      List<Frame> portion = left.subList(0, size);
      left = left.subList(size, left.size());
      boolean end = missed.toTheEnd() && left.isEmpty();
      CompletableFuture<Boolean> readOn = new CompletableFuture<>();
      subscription
          .subscriber
          .eventLoop()
          .execute(() -> subscription.deliverMissed(portion, end, readOn));
      boolean goesOn = readOn.join();
      if (left.isEmpty() || !goesOn) {
        return goesOn;
      }
    }
  }

  private static int portion(List<Frame> frames, WireFormat format) {
    int count = 0;
    long bytes = 0;
    while (count < frames.size() && bytes < PORTION_BYTES) {
      bytes += frames.get(count).bytes(format).length;
      count++;
    }
    return count;
  }

  /**
   * What a subscription has missed.
   *
   * @param frames the next events, in order
   * @param toTheEnd whether there was nothing after them when they were read
   */
  private record Missed(List<Frame> frames, boolean toTheEnd) {}
}
