package im.parley.store.sql;

import im.parley.core.log.Draft;
import im.parley.core.log.HistoryWindow;
import im.parley.core.log.MessagePage;
import im.parley.core.log.NewRoom;
import im.parley.core.log.Outcome;
import im.parley.core.log.Page;
import im.parley.core.log.RoomCreated;
import im.parley.core.log.RoomLog;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The rooms' logs: changes through the writer, pages through the readers. */
final class SqlRoomLog implements RoomLog {

  private static final int MAX_EVENTS = 1_000;
  private static final int MAX_MESSAGES = 200;

  private static final String HEADS =
      "SELECT id, head FROM room WHERE id IN (SELECT value FROM json_each(?))";

  private final GroupCommitWriter writer;
  private final Readers readers;
  private final String epoch;

  SqlRoomLog(GroupCommitWriter writer, Readers readers, String epoch) {
    this.writer = writer;
    this.readers = readers;
    this.epoch = epoch;
  }

  @Override
  public String epoch() {
    return epoch;
  }

  @Override
  public CompletableFuture<Outcome> append(Draft draft) {
    return writer.submit(new DraftWork(draft));
  }

  @Override
  public CompletableFuture<RoomCreated> create(NewRoom room) {
    return writer.submit(new NewRoomWork(room));
  }

  @Override
  public Page<DurableEvent> events(RoomId room, long after, int limit) {
    requireLimit(limit, MAX_EVENTS);
    return readers.read(connection -> LogPages.events(connection, room, after, limit));
  }

  @Override
  public Map<RoomId, Long> heads(Collection<RoomId> rooms) {
    String ids = JsonArray.ofIds(rooms, RoomId::value);
    return readers
        .read(connection ->
            connection
                .query(HEADS)
                .bind(ids)
                .list(row -> Map.entry(new RoomId(row.getString(1)), row.getLong(2))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public MessagePage messages(RoomId room, UserId viewer, HistoryWindow window, int limit) {
    requireLimit(limit, MAX_MESSAGES);
    return readers.read(connection -> LogPages.messages(connection, room, viewer, window, limit));
  }

  @Override
  public MessagePage thread(RoomId room, UserId viewer, long root, long after, int limit) {
    requireLimit(limit, MAX_MESSAGES);
    LogPages.ThreadPage wanted = new LogPages.ThreadPage(root, after, limit);
    return readers.read(connection -> LogPages.thread(connection, room, viewer, wanted));
  }

  @Override
  public MessagePage pins(RoomId room, UserId viewer) {
    return readers.read(connection -> LogPages.pins(connection, room, viewer));
  }

  private static void requireLimit(int limit, int max) {
    if (limit < 1 || limit > max) {
      throw new IllegalArgumentException("A page has 1 to " + max + " items, not " + limit);
    }
  }
}
