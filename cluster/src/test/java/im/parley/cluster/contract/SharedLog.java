package im.parley.cluster.contract;

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The log that all nodes share, in memory, written by the test. */
public final class SharedLog implements RoomLog {

  private static final UserId ADA = new UserId("ada");

  private final Map<RoomId, List<DurableEvent>> rooms = new ConcurrentHashMap<>();

  /** Commits so many messages; telling of them is the test's own business. */
  public List<DurableEvent> post(RoomId room, int count) {
    List<DurableEvent> log = log(room);
    List<DurableEvent> posted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long seq = log.size() + 1L;
      Fact fact = new Fact.MessagePosted("message " + seq, seq, new MessageKey("k" + seq));
      DurableEvent event = new DurableEvent(room, seq, Instant.EPOCH, ADA, fact);
      log.add(event);
      posted.add(event);
    }
    return posted;
  }

  private List<DurableEvent> log(RoomId room) {
    return rooms.computeIfAbsent(room, _ -> new CopyOnWriteArrayList<>());
  }

  @Override
  public Page<DurableEvent> events(RoomId room, long after, int limit) {
    List<DurableEvent> rest = log(room).stream().filter(event -> event.seq() > after).toList();
    return new Page<>(rest.stream().limit(limit).toList(), rest.size() > limit);
  }

  @Override
  public Map<RoomId, Long> heads(Collection<RoomId> some) {
    return some.stream()
        .filter(rooms::containsKey)
        .collect(Collectors.toMap(room -> room, room -> (long) log(room).size()));
  }

  @Override
  public String epoch() {
    return "e1";
  }

  @Override
  public CompletableFuture<Outcome> append(Draft draft) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<RoomCreated> create(NewRoom room) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MessagePage messages(RoomId room, UserId viewer, HistoryWindow window, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MessagePage thread(RoomId room, UserId viewer, long root, long after, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MessagePage pins(RoomId room, UserId viewer) {
    throw new UnsupportedOperationException();
  }
}
