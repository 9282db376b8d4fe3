package im.parley.core.live;

import im.parley.core.log.Page;
import im.parley.core.log.RoomLog;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.id.RoomId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One followed room. Either it is in step, and what arrives goes out at once; or it is fetching,
 * and what arrives waits until the log has filled the gap before it.
 */
final class RoomFeed {

  private static final Logger LOG = LoggerFactory.getLogger(RoomFeed.class);

  private static final int PAGE = 500;

  /** What arrives beyond this while a gap is being filled is read from the log as well. */
  private static final int MAX_HELD = 1000;

  private final RoomId room;
  private final RoomLog log;
  private final NodeListener out;
  private final Executor fetches;
  private final Executor retries;

  private final List<DurableEvent> held = new ArrayList<>();
  private long delivered;
  private long heardOf;
  private boolean fetching;
  private boolean ended;

  RoomFeed(
      RoomId room, long after, RoomLog log, NodeListener out, Executor fetches, Executor retries) {
    this.room = room;
    this.delivered = after;
    this.heardOf = after;
    this.log = log;
    this.out = out;
    this.fetches = fetches;
    this.retries = retries;
  }

  synchronized void begin() {
    startFetching();
  }

  synchronized void end() {
    ended = true;
    held.clear();
  }

  /** Takes events of this room in seq order, with gaps and repeats. */
  synchronized void arrived(List<DurableEvent> events) {
    if (ended) {
      return;
    }
    heardOf = Math.max(heardOf, events.getLast().seq());
    if (fetching) {
      hold(events);
      return;
    }
    hold(deliver(events));
    if (delivered < heardOf) {
      startFetching();
    }
  }

  private void startFetching() {
    fetching = true;
    fetches.execute(this::fetch);
  }

  /** Reads the log without the lock, page by page, until the feed is in step again. */
  private void fetch() {
    boolean again = true;
    while (again) {
      Page<DurableEvent> page;
      try {
        page = log.events(room, position(), PAGE);
      } catch (RuntimeException e) {
        LOG.warn("Room {} waits: its log cannot be read", room, e);
        retries.execute(this::fetch);
        return;
      }
      again = fill(page);
    }
  }

  private synchronized long position() {
    return delivered;
  }

  /** Lets a page out, and what waited for it. Returns whether another page is wanted now. */
  private synchronized boolean fill(Page<DurableEvent> page) {
    if (ended) {
      return false;
    }
    deliver(page.items());
    List<DurableEvent> waited = List.copyOf(held);
    held.clear();
    hold(deliver(waited));
    boolean inStep = delivered >= heardOf && !page.more();
    if (!inStep && page.items().isEmpty()) {
      // The bus was quicker than what this node can read.
      retries.execute(this::fetch);
      return false;
    }
    fetching = !inStep;
    return fetching;
  }

  /** Lets out what comes next, drops repeats, and returns what lies behind a gap. */
  private List<DurableEvent> deliver(List<DurableEvent> events) {
    int from = 0;
    while (from < events.size()) {
      int to = from;
      while (to < events.size() && events.get(to).seq() == delivered + 1) {
        delivered++;
        to++;
      }
      if (to > from) {
        out.events(events.subList(from, to));
        from = to;
      } else if (events.get(from).seq() <= delivered) {
        from++;
      } else {
        return events.subList(from, events.size());
      }
    }
    return List.of();
  }

  private void hold(List<DurableEvent> events) {
    int fitting = Math.min(events.size(), MAX_HELD - held.size());
    held.addAll(events.subList(0, fitting));
  }
}
