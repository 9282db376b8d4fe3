package im.parley.store.postgres;

import im.parley.core.search.MessageSearch;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.store.sql.JsonArray;
import im.parley.store.sql.Place;
import im.parley.store.sql.SearchIndex;
import im.parley.store.sql.SearchTokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of messages in a table of the same database. How far it has come is written with what
 * was indexed, under a lock of the room's row in {@code search_progress}: of several servers that
 * index a room one does each event.
 */
final class PostgresSearchIndex implements SearchIndex {

  private static final String BEHIND =
      """
      SELECT room.id FROM room LEFT JOIN search_progress ON search_progress.room = room.number
      WHERE room.head > coalesce(search_progress.seq, 0)
      """;

  private static final String START =
      """
      INSERT INTO search_progress (room, seq)
      SELECT number, 0 FROM room WHERE id = ? ON CONFLICT DO NOTHING
      """;

  private static final String DONE =
      """
      SELECT room, seq FROM search_progress
      WHERE room = (SELECT number FROM room WHERE id = ?) FOR UPDATE
      """;

  private static final String NEXT =
      """
      SELECT place, type, data ->> 'target' FROM event
      WHERE place > ? AND place <= ? ORDER BY place LIMIT ?
      """;

  private static final String MESSAGES =
      """
      SELECT place, at, by, text,
        (SELECT string_agg(file ->> 'name', chr(10))
         FROM json_array_elements(data -> 'attachments') AS file)
      FROM event
      WHERE place IN (SELECT CAST(value AS BIGINT) FROM json_each(?))
        AND type = 'message.posted'
      """;

  private static final String KEEP =
      """
      INSERT INTO search (place, at, words)
      VALUES (?1, ?2, array_to_tsvector(string_to_array(?3, ' ')))
      ON CONFLICT (place) DO UPDATE SET words = excluded.words
      """;

  private final Database database;
  private @Nullable PostgresConnection connection;

  PostgresSearchIndex(Database database) {
    this.database = database;
  }

  /** Indexes all that the logs have, while nobody else uses the database. */
  static void fill(Database database) throws SQLException {
    try (PostgresSearchIndex index = new PostgresSearchIndex(database)) {
      Deque<RoomId> behind = new ArrayDeque<>(index.behind());
      while (!behind.isEmpty()) {
        behind.removeAll(index.advance(behind.stream().limit(BATCH).toList()));
      }
    }
  }

  private PostgresConnection connected() throws SQLException {
    PostgresConnection current = connection;
    if (current == null) {
      current = database.connect();
      connection = current;
    }
    return current;
  }

  @Override
  public List<RoomId> behind() throws SQLException {
    List<RoomId> behind = connected().query(BEHIND).list(row -> new RoomId(row.getString(1)));
    connected().commit();
    return behind;
  }

  @Override
  public List<RoomId> advance(Collection<RoomId> rooms) throws SQLException {
    try {
      List<RoomId> done = new ArrayList<>();
      Set<Long> changed = new LinkedHashSet<>();
      int left = BATCH;
      for (RoomId room : inOneOrder(rooms)) {
        List<Change> next = left == 0 ? List.of() : next(room, left);
        next.stream().mapToLong(Change::message).filter(place -> place > 0).forEach(changed::add);
        if (next.size() < left) {
          done.add(room);
        }
        left -= next.size();
      }
      index(changed);
      connected().commit();
      return done;
    } catch (SQLException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** All servers lock rooms in the same order, so that none waits for another that waits for it. */
  private static List<RoomId> inOneOrder(Collection<RoomId> rooms) {
    return rooms.stream().sorted(Comparator.comparing(RoomId::value)).toList();
  }

  private record Progress(long room, long seq) {}

  private List<Change> next(RoomId id, int limit) throws SQLException {
    connected().query(START).bind(id.value()).update();
    Progress done =
        connected()
            .query(DONE)
            .bind(id.value())
            .first(row -> new Progress(row.getLong(1), row.getLong(2)));
    if (done == null) {
      return List.of();
    }
    List<Change> changes =
        connected()
            .query(NEXT)
            .bind(Place.of(done.room, done.seq))
            .bind(Place.end(done.room))
            .bind(limit)
            .list(Change::of);
    if (!changes.isEmpty()) {
      connected()
          .query("UPDATE search_progress SET seq = ? WHERE room = ?")
          .bind(Place.seq(changes.getLast().place))
          .bind(done.room)
          .update();
    }
    return changes;
  }

  /** An event, as far as it matters here. */
  private record Change(long place, String type, long target) {

    static Change of(ResultSet row) throws SQLException {
      return new Change(row.getLong(1), row.getString(2), row.getLong(3));
    }

    /** The place of the message that says something else now; 0 if there is none. */
    long message() {
      return switch (type) {
        case "message.posted" -> place;
        case "message.edited", "message.deleted" -> Place.nearest(Place.room(place), target);
        default -> 0;
      };
    }
  }

  /** What the messages in these places say now is what counts. */
  private void index(Set<Long> places) throws SQLException {
    if (places.isEmpty()) {
      return;
    }
    String list = JsonArray.ofNumbers(places.stream());
    for (Row message : connected().query(MESSAGES).bind(list).list(Row::of)) {
      keep(message);
    }
  }

  /** A message as its row has it. */
  private record Row(
      long place, long at, UserId by, @Nullable String text, List<String> fileNames) {

    static Row of(ResultSet row) throws SQLException {
      String names = row.getString(5);
      return new Row(
          row.getLong(1),
          row.getLong(2),
          new UserId(row.getString(3)),
          row.getString(4),
          names == null ? List.of() : List.of(names.split("\n")));
    }

    /** What is looked for words in; empty when it was deleted. */
    String searched() {
      return MessageSearch.searched(text == null ? "" : text, fileNames);
    }
  }

  private void keep(Row message) throws SQLException {
    String words = SearchTokens.ofText(message.searched());
    if (words.isEmpty()) {
      connected().query("DELETE FROM search WHERE place = ?").bind(message.place).updateLater();
      return;
    }
    String scope =
        SearchTokens.scope(Place.room(message.place), message.by, !message.fileNames.isEmpty());
    connected()
        .query(KEEP)
        .bind(message.place)
        .bind(message.at)
        .bind(SearchExpression.line(words, scope))
        .updateLater();
  }

  @Override
  public void close() throws SQLException {
    PostgresConnection current = connection;
    connection = null;
    if (current != null) {
      current.close();
    }
  }
}
