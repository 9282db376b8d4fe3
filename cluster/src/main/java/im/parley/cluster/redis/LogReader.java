package im.parley.cluster.redis;

import im.parley.core.log.Page;
import im.parley.core.log.RoomLog;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.id.RoomId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds in the log what other nodes committed and nobody told. Safe to share. */
final class LogReader {

  private static final Logger log = LoggerFactory.getLogger(LogReader.class);

  /** What is merely out of order arrives within this time. */
  private static final Duration REORDERING = Duration.ofMillis(20);

  private static final Duration REST = Duration.ofMillis(500);
  private static final int PAGE = 500;

  /** How many rooms' heads are asked for at a time. */
  private static final int PORTION = 1_000;

  /** So many rooms are read at once; the others wait their turn. */
  private static final int MAX_READERS = 8;

  private final RoomLog roomLog;
  private final RoomStreams streams;
  private final Later later;
  private final Counter repairs;
  private final Semaphore turns = new Semaphore(MAX_READERS);
  private final ConcurrentLinkedQueue<RoomId> beginning = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean asking = new AtomicBoolean();

  LogReader(RoomLog roomLog, RoomStreams streams, Later later, MeterRegistry registry) {
    this.roomLog = roomLog;
    this.streams = streams;
    this.later = later;
    this.repairs =
        Counter.builder("parley.cluster.repaired")
            .description("Events of other nodes that were read from the log, for nobody told them")
            .register(registry);
  }

  /** A room's channel is heard: its stream can begin where the log ends now. Does not wait. */
  void begin(RoomId room) {
    beginning.add(room);
    if (asking.compareAndSet(false, true)) {
      later.now(this::beginAll);
    }
  }

  /** Those that come while heads are read are asked for together. */
  private void beginAll() {
    List<RoomId> rooms = new ArrayList<>();
    while (!beginning.isEmpty()) {
      rooms.clear();
      for (RoomId room = beginning.poll(); room != null; room = beginning.poll()) {
        rooms.add(room);
        if (rooms.size() == PORTION) {
          break;
        }
      }
      try {
        compare(rooms);
      } catch (RuntimeException e) {
        log.warn("It could not be read how far {} rooms have come", rooms.size(), e);
        beginning.addAll(rooms);
        asking.set(false);
        later.after(REST, this::beginAgain);
        return;
      }
    }
    asking.set(false);
    beginAgain();
  }

  private void beginAgain() {
    if (!beginning.isEmpty() && asking.compareAndSet(false, true)) {
      beginAll();
    }
  }

  private void compare(List<RoomId> rooms) {
    Map<RoomId, Long> heads = roomLog.heads(rooms);
    rooms.forEach(room -> streams.headIs(room, heads.getOrDefault(room, 0L)));
  }

  /** Compares every room with the log. Waits for the store. */
  void compareAll() {
    portions().forEach(this::compare);
  }

  /**
   * Lets every room come as far as the log had when this began, once something else was done: what
   * it does not see happened later than whatever is delivered then. Waits for the store.
   */
  void advanceAll(Runnable first) {
    Map<RoomId, Long> heads = new HashMap<>();
    portions().forEach(rooms -> heads.putAll(roomLog.heads(rooms)));
    first.run();
    streams.allow(heads);
  }

  private Stream<List<RoomId>> portions() {
    return streams.rooms().stream().gather(Gatherers.windowFixed(PORTION));
  }

  /** Something of a room is missing: reads it, unless it arrives in a moment. Does not wait. */
  void repairSoon(RoomId room) {
    later.after(REORDERING, () -> repair(room));
  }

  private void repair(RoomId room) {
    turns.acquireUninterruptibly();
    try {
      readMissing(room);
    } catch (RuntimeException e) {
      log.warn("What is missing of room {} could not be read", room, e);
      later.after(REST, () -> repair(room));
      return;
    } finally {
      turns.release();
    }
    streams.repaired(room);
  }

  private void readMissing(RoomId room) {
    Optional<RoomStreams.Gap> gap = streams.gap(room);
    while (gap.isPresent()) {
      Page<DurableEvent> page = roomLog.events(room, gap.get().after(), PAGE);
      if (page.items().isEmpty()) {
        streams.unfounded(room, gap.get());
        return;
      }
      repairs.increment(page.items().size());
      streams.arrived(page.items());
      gap = streams.gap(room);
    }
  }
}
