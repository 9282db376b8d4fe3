package im.parley.store.sql;

import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was done under which key, within a transaction. */
public final class KnownKeys {

  static final String FIND =
      "SELECT "
          + Rows.EVENT
          + ", room.id FROM event JOIN room ON room.number = event.place >> 32"
          + " WHERE event.by = ? AND event.key = ?";

  private final Statements connection;

  /** What was looked up for the whole batch. */
  private final Map<Name, Optional<DurableEvent>> known = new HashMap<>();

  private record Name(UserId by, MessageKey key) {}

  KnownKeys(Statements connection) {
    this.connection = connection;
  }

  /** What the user did under this key, or null. */
  @Nullable DurableEvent find(UserId by, MessageKey key) throws SQLException {
    Optional<DurableEvent> looked = known.get(new Name(by, key));
    if (looked != null) {
      return looked.orElse(null);
    }
    return connection
        .query(FIND)
        .bind(by.value())
        .bind(key.value())
        .first(row -> Rows.event(new RoomId(row.getString(Rows.AFTER_EVENT)), row));
  }

  /** Remembers that nothing was done under this key, unless something is known. */
  public void lookedUp(UserId by, MessageKey key) {
    known.putIfAbsent(new Name(by, key), Optional.empty());
  }

  /** Remembers what was done under this key. */
  public void found(MessageKey key, DurableEvent event) {
    known.put(new Name(event.by(), key), Optional.of(event));
  }

  /** Something is done now: whoever comes with the same key in this batch is to find it. */
  void done(MessageKey key, DurableEvent event) {
    known.computeIfPresent(new Name(event.by(), key), (_, _) -> Optional.of(event));
  }

  /** The transaction is over. */
  void forget() {
    known.clear();
  }
}
