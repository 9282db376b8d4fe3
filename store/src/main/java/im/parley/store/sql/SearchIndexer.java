package im.parley.store.sql;

import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.id.RoomId;
import im.parley.store.StoreException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the search index beside the writes, on a thread of its own. It gathers for {@value
 * #GATHER_MILLIS} ms, works in turns, and rests after each {@value #RESTS} times as long as that
 * took; but not while a search waits: then it works at once and without a rest. It keeps one entry
 * for each room that the index lacks something of.
 */
public final class SearchIndexer implements AutoCloseable {

  /** What comes within so long shares a turn. */
  private static final long GATHER_MILLIS = 1_000;

  private static final int RESTS = 4;

  private static final Logger LOG = LoggerFactory.getLogger(SearchIndexer.class);
  private static final long AFTER_FAILURE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final SearchIndex index;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();

  /** Something came, someone searches, or it is over. */
  private final Condition wanted = lock.newCondition();

  /** The index has come further. */
  private final Condition advanced = lock.newCondition();

  /** Which commit first touched a room since the index had all of it; the oldest first. */
  private Map<RoomId, Long> behind = new LinkedHashMap<>();

  /** Those of them that are being indexed now. */
  private Map<RoomId, Long> inHand = Map.of();

  private long commits;
  private long indexed;
  private int searches;
  private boolean closed;
  private boolean failing;

  /** An indexer that will first catch up with what the log has already. */
  public SearchIndexer(SearchIndex index, MeterRegistry meters) throws SQLException {
    this.index = index;
    note(index.behind());
    this.thread = Thread.ofPlatform().daemon().name("parley-store-search").unstarted(this::run);
    Gauge.builder("parley.search.behind", this, SearchIndexer::roomsBehind)
        .description("Rooms of which the search index lacks something")
        .register(meters);
  }

  public void start() {
    thread.start();
  }

  /** Remembers what a commit added, before anyone hears of the commit. */
  public void noteCommit(List<DurableEvent> events) {
    if (!events.isEmpty()) {
      note(events.stream().map(DurableEvent::room).toList());
    }
  }

  /** Remembers that these rooms are behind. */
  public void note(Collection<RoomId> rooms) {
    lock.lock();
    try {
      commits++;
      for (RoomId room : rooms) {
        behind.putIfAbsent(room, commits);
      }
      settle();
      wanted.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void settle() {
    long oldest = Math.min(oldest(behind), oldest(inHand));
    indexed = oldest == Long.MAX_VALUE ? commits : oldest - 1;
    advanced.signalAll();
  }

  private static long oldest(Map<RoomId, Long> rooms) {
    return rooms.isEmpty() ? Long.MAX_VALUE : rooms.values().iterator().next();
  }

  private double roomsBehind() {
    lock.lock();
    try {
      return behind.size() + inHand.size();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try (index) {
      while (awaitWork()) {
        rest(takeTurn());
      }
    } catch (SQLException e) {
      throw new StoreException("The search index could not be closed", e);
    }
  }

  /** Waits until a turn is worth it; false when it is over. */
  private boolean awaitWork() {
    lock.lock();
    try {
      while (behind.isEmpty() && !closed) {
        wanted.awaitUninterruptibly();
      }
      pause(TimeUnit.MILLISECONDS.toNanos(GATHER_MILLIS));
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Indexes the next events, first of the room that has waited longest; answers how long to rest.
   */
  private long takeTurn() {
    long start = System.nanoTime();
    List<RoomId> rooms = take();
    try {
      List<RoomId> done = index.advance(rooms);
      failing = false;
      giveBack(done);
      return RESTS * (System.nanoTime() - start);
    } catch (SQLException | RuntimeException e) {
      giveBack(List.of());
      failed(e);
      return AFTER_FAILURE_NANOS;
    }
  }

  /** Takes rooms in hand. What is committed from now on makes them fall behind once more. */
  private List<RoomId> take() {
    lock.lock();
    try {
      inHand = new LinkedHashMap<>();
      for (Map.Entry<RoomId, Long> room : behind.entrySet()) {
        if (inHand.size() == SearchIndex.BATCH) {
          break;
        }
        inHand.put(room.getKey(), room.getValue());
      }
      behind.keySet().removeAll(inHand.keySet());
      return List.copyOf(inHand.keySet());
    } finally {
      lock.unlock();
    }
  }

  /** Those that are not done go first again. */
  private void giveBack(List<RoomId> done) {
    lock.lock();
    try {
      Map<RoomId, Long> left = new LinkedHashMap<>(inHand);
      done.forEach(left::remove);
      behind.forEach(left::putIfAbsent);
      behind = left;
      inHand = Map.of();
      settle();
    } finally {
      lock.unlock();
    }
  }

  private void failed(Exception failure) {
    if (!failing) {
      LOG.error("The search index cannot be filled, and will be tried again", failure);
    }
    failing = true;
  }

  private void rest(long nanos) {
    lock.lock();
    try {
      pause(nanos);
    } finally {
      lock.unlock();
    }
  }

  /** Waits for so long, or until someone searches or it is over. */
  private void pause(long nanos) {
    long until = System.nanoTime() + nanos;
    for (long left = nanos;
        left > 0 && searches == 0 && !closed;
        left = until - System.nanoTime()) {
      try {
        wanted.awaitNanos(left);
      } catch (InterruptedException e) {
        // Nobody outside interrupts it: the end comes through close.
      }
    }
  }

  /** Waits until the index has what is committed now, or the time is over. */
  public void await(long millis) {
    lock.lock();
    try {
      long until = commits;
      if (indexed >= until) {
        return;
      }
      searches++;
      try {
        wanted.signalAll();
        long left = TimeUnit.MILLISECONDS.toNanos(millis);
        while (indexed < until && left > 0 && !closed) {
          left = advanced.awaitNanos(left);
        }
      } finally {
        searches--;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Ends after the turn that is being taken; what is left is for the next start. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      wanted.signalAll();
      advanced.signalAll();
    } finally {
      lock.unlock();
    }
    Uninterruptible.join(thread);
  }
}
