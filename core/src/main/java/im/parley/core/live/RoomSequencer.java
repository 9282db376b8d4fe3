package im.parley.core.live;

import im.parley.core.log.RoomLog;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Makes a log of the bus's hints again: of each room that this node follows, what comes out is
 * every event, in order, once. What the bus repeats is dropped, what it lost is read from the log.
 *
 * <pre>
 *   Bus → RoomSequencer ─ in order, once ─→ fan-out
 *              ⇅ (gaps only)
 *           RoomLog
 * </pre>
 */
public final class RoomSequencer implements NodeListener {

  private static final long RETRY_SECONDS = 1;

  private final RoomLog log;
  private final NodeListener out;
  private final Executor fetches;
  private final Executor retries;
  private final ConcurrentMap<RoomId, RoomFeed> feeds = new ConcurrentHashMap<>();

  /**
   * Between the bus and a listener.
   *
   * @param out hears from the bus's thread and from virtual threads, about one room from one at a
   *     time; it must not block
   */
  public RoomSequencer(RoomLog log, NodeListener out) {
    this(log, out, Thread::startVirtualThread);
  }

  private RoomSequencer(RoomLog log, NodeListener out, Executor fetches) {
    this(
        log,
        out,
        fetches,
        CompletableFuture.delayedExecutor(RETRY_SECONDS, TimeUnit.SECONDS, fetches));
  }

  RoomSequencer(RoomLog log, NodeListener out, Executor fetches, Executor retries) {
    this.log = log;
    this.out = out;
    this.fetches = fetches;
    this.retries = retries;
  }

  /**
   * Begins to follow a room: all its events after this seq come out, those first that are in the
   * log already. A room that is followed goes on as it is.
   */
  public void follow(RoomId room, long after) {
    RoomFeed feed = new RoomFeed(room, after, log, out, fetches, retries);
    if (feeds.putIfAbsent(room, feed) == null) {
      feed.begin();
    }
  }

  /** Stops following a room: when this returns, nothing of it comes out any more. */
  public void unfollow(RoomId room) {
    RoomFeed feed = feeds.remove(room);
    if (feed != null) {
      feed.end();
    }
  }

  /** Takes events of any rooms; those of rooms that nobody follows go nowhere. */
  @Override
  public void events(List<DurableEvent> events) {
    int from = 0;
    while (from < events.size()) {
      RoomId room = events.get(from).room();
      int to = from + 1;
      while (to < events.size() && events.get(to).room().equals(room)) {
        to++;
      }
      RoomFeed feed = feeds.get(room);
      if (feed != null) {
        feed.arrived(events.subList(from, to));
      }
      from = to;
    }
  }

  @Override
  public void signal(RoomId room, Signal signal) {
    out.signal(room, signal);
  }

  @Override
  public void notice(UserId user, Notice notice) {
    out.notice(user, notice);
  }
}
