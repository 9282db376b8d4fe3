package im.parley.store.sqlite;

import im.parley.core.search.MessageSearch;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.store.sql.Place;
import im.parley.store.sql.SearchIndex;
import im.parley.store.sql.SearchTokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings the index further along the rooms' logs. How far it has come is written with what was
 * indexed, so a crash loses neither or both.
 */
final class SearchIndexing implements SearchIndex {

  private static final String BEHIND =
      """
      SELECT room.id FROM room LEFT JOIN search_progress ON search_progress.room = room.number
      WHERE room.head > coalesce(search_progress.seq, 0)
      """;

  private static final String NEXT =
      """
      SELECT place, at, by, type, text, data ->> '$.target',
        (SELECT group_concat(value ->> 'name', char(10)) FROM json_each(data, '$.attachments'))
      FROM event
      WHERE place > ? AND place <= ? ORDER BY place LIMIT ?
      """;

  private final DatabaseConnection connection;

  /** The newest position that was given away. */
  private long newest;

  SearchIndexing(DatabaseConnection connection) throws SQLException {
    this.connection = connection;
    this.newest = connection.query("SELECT coalesce(max(position), 0) FROM searchable").number();
  }

  @Override
  public List<RoomId> behind() throws SQLException {
    return connection.query(BEHIND).list(row -> new RoomId(row.getString(1)));
  }

  @Override
  public List<RoomId> advance(Collection<RoomId> rooms) throws SQLException {
    try {
      connection.query("BEGIN").run();
      List<RoomId> done = indexNext(rooms);
      connection.query("COMMIT").run();
      return done;
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    }
  }

  private List<RoomId> indexNext(Collection<RoomId> rooms) throws SQLException {
    List<RoomId> done = new ArrayList<>();
    List<Row> events = new ArrayList<>();
    for (RoomId room : rooms) {
      if (events.size() == BATCH) {
        break;
      }
      int wanted = BATCH - events.size();
      List<Row> next = next(room, wanted);
      events.addAll(next);
      if (next.size() < wanted) {
        done.add(room);
      }
    }
    // In the index's own order: it writes a piece of its tree each time that the order breaks.
    events.sort(Comparator.comparingLong(Row::at).thenComparingLong(Row::place));
    for (Row event : events) {
      index(event);
    }
    return done;
  }

  private List<Row> next(RoomId id, int limit) throws SQLException {
    Long room =
        connection
            .query("SELECT number FROM room WHERE id = ?")
            .bind(id.value())
            .first(row -> row.getLong(1));
    if (room == null) {
      return List.of();
    }
    Long done =
        connection
            .query("SELECT seq FROM search_progress WHERE room = ?")
            .bind(room)
            .first(row -> row.getLong(1));
    List<Row> events =
        connection
            .query(NEXT)
            .bind(Place.of(room, done == null ? 0 : done))
            .bind(Place.end(room))
            .bind(limit)
            .list(Row::of);
    if (!events.isEmpty()) {
      progress(room, Place.seq(events.getLast().place));
    }
    return events;
  }

  private void progress(long room, long seq) throws SQLException {
    connection
        .query("INSERT OR REPLACE INTO search_progress (room, seq) VALUES (?, ?)")
        .bind(room)
        .bind(seq)
        .update();
  }

  /** What an event's row says, as far as it matters here. */
  private record Row(
      long place,
      long at,
      UserId by,
      String type,
      @Nullable String text,
      @Nullable Long target,
      List<String> fileNames) {

    static Row of(ResultSet row) throws SQLException {
      long number = row.getLong(6);
      Long target = row.wasNull() ? null : (Long) number;
      return new Row(
          row.getLong(1),
          row.getLong(2),
          new UserId(row.getString(3)),
          row.getString(4),
          row.getString(5),
          target,
          fileNames(row.getString(7)));
    }

    private static List<String> fileNames(@Nullable String lines) {
      return lines == null ? List.of() : List.of(lines.split("\n"));
    }

    /** What is looked for words in; empty when it was deleted. */
    String searched() {
      return MessageSearch.searched(text == null ? "" : text, fileNames);
    }
  }

  private void index(Row event) throws SQLException {
    switch (event.type) {
      case "message.posted" -> add(event, newPosition(event.at, event.place));
      case "message.edited", "message.deleted" -> indexAgain(event);
      default -> {}
    }
  }

  /** An edit or a deletion has changed the row of the message: what it says now is what counts. */
  private void indexAgain(Row change) throws SQLException {
    if (change.target == null) {
      return;
    }
    long place = Place.nearest(Place.room(change.place), change.target);
    List<Row> messages = connection.query(NEXT).bind(place - 1).bind(place).bind(1).list(Row::of);
    for (Row message : messages) {
      Long position = position(message);
      if (position != null) {
        connection.query("DELETE FROM search WHERE rowid = ?").bind(position).update();
        add(message, position);
      }
    }
  }

  private @Nullable Long position(Row message) throws SQLException {
    return connection
        .query("SELECT position FROM searchable WHERE position BETWEEN ? AND ? AND place = ?")
        .bind(SearchPosition.first(message.at))
        .bind(SearchPosition.last(message.at))
        .bind(message.place)
        .first(row -> row.getLong(1));
  }

  private long newPosition(long at, long place) throws SQLException {
    long position = SearchPosition.first(at) > newest ? SearchPosition.first(at) : position(at);
    newest = Math.max(newest, position);
    connection
        .query("INSERT INTO searchable (position, place) VALUES (?, ?)")
        .bind(position)
        .bind(place)
        .update();
    return position;
  }

  /** The next one of a moment that others may have been indexed of. */
  private long position(long at) throws SQLException {
    long last =
        connection
            .query(
                "SELECT coalesce(max(position), -1) FROM searchable WHERE position BETWEEN ? AND ?")
            .bind(SearchPosition.first(at))
            .bind(SearchPosition.last(at))
            .number();
    return last < 0 ? SearchPosition.first(at) : last + 1;
  }

  private void add(Row message, long position) throws SQLException {
    if (message.searched().isEmpty()) {
      return;
    }
    connection
        .query("INSERT INTO search (rowid, words, scope) VALUES (?, ?, ?)")
        .bind(position)
        .bind(SearchTokens.ofText(message.searched()))
        .bind(
            SearchTokens.scope(Place.room(message.place), message.by, !message.fileNames.isEmpty()))
        .update();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
