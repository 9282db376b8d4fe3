package im.parley.edge.fanout;

import im.parley.core.log.Draft;
import im.parley.core.log.HistoryWindow;
import im.parley.core.log.MessagePage;
import im.parley.core.log.NewRoom;
import im.parley.core.log.Outcome;
import im.parley.core.log.Page;
import im.parley.core.log.RoomCreated;
import im.parley.core.log.RoomLog;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** One room's log in memory, written by the test. */
final class FakeLog implements RoomLog {

  static final RoomId ROOM = new RoomId("r1");
  static final UserId ADA = new UserId("ada");

  private final List<DurableEvent> events = new CopyOnWriteArrayList<>();

  /** Happens once, between a read and its answer. */
  final AtomicReference<Runnable> afterNextRead = new AtomicReference<>(() -> {});

  /** Commits a message; announcing it is the test's own business. */
  DurableEvent post() {
    long seq = head() + 1;
    return commit(new Fact.MessagePosted("message " + seq, seq, new MessageKey("k" + seq)));
  }

  DurableEvent commit(Fact fact) {
    DurableEvent event = new DurableEvent(ROOM, head() + 1, Instant.EPOCH, ADA, fact);
    events.add(event);
    return event;
  }

  long head() {
    return events.size();
  }

  @Override
  public Page<DurableEvent> events(RoomId room, long after, int limit) {
    List<DurableEvent> all = List.copyOf(events);
    int from = (int) Math.min(after, all.size());
    int to = Math.min(from + limit, all.size());
    afterNextRead.getAndSet(() -> {}).run();
    return new Page<>(all.subList(from, to), to < all.size());
  }

  @Override
  public Map<RoomId, Long> heads(Collection<RoomId> rooms) {
    return Map.of(ROOM, head());
  }

  @Override
  public String epoch() {
    return "e1";
  }

  @Override
  public CompletableFuture<Outcome> append(Draft draft) {
    throw new UnsupportedOperationException("The test commits");
  }

  @Override
  public CompletableFuture<RoomCreated> create(NewRoom room) {
    throw new UnsupportedOperationException("The test commits");
  }

  @Override
  public MessagePage messages(RoomId room, UserId viewer, HistoryWindow window, int limit) {
    throw new UnsupportedOperationException("Nobody asks for messages here");
  }

  @Override
  public MessagePage thread(RoomId room, UserId viewer, long root, long after, int limit) {
    throw new UnsupportedOperationException("Nobody asks for messages here");
  }

  @Override
  public MessagePage pins(RoomId room, UserId viewer) {
    throw new UnsupportedOperationException("Nobody asks for messages here");
  }
}
