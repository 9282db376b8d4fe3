package im.parley.store.sqlite;

import im.parley.core.log.RoomRules;
import im.parley.core.search.MessageSearch;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Hits;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The search, on the index that {@link SearchIndexer} fills. */
final class SqliteSearch implements MessageSearch {

  /** How long a search waits for the index to have what was acknowledged before it. */
  private static final long PATIENCE_MS = 2_000;

  /** Rooms are named in the full-text expression up to so many; else hits are looked at. */
  private static final int MAX_ROOMS_IN_EXPRESSION = 64;

  private final SearchIndexer indexer;
  private final ReaderPool readers;

  SqliteSearch(SearchIndexer indexer, ReaderPool readers) {
    this.indexer = indexer;
    this.readers = readers;
  }

  @Override
  public Hits find(Search search) {
    Range range = range(search);
    indexer.await(PATIENCE_MS);
    return readers.read(connection -> find(connection, search, range));
  }

  /** Positions from the first, which is in it, to the last, which is not. */
  private record Range(long from, long before) {}

  private static Range range(Search search) {
    Filter filter = search.filter();
    long from = filter.since() == null ? 0 : SearchPosition.first(filter.since());
    long before = filter.until() == null ? Long.MAX_VALUE : SearchPosition.first(filter.until());
    String after = search.after();
    return new Range(from, after == null ? before : Math.min(before, position(after)));
  }

  private static long position(String after) {
    try {
      long position = Long.parseLong(after, Character.MAX_RADIX);
      if (position >= 0 && next(position).equals(after)) {
        return position;
      }
    } catch (NumberFormatException e) {
      // It is refused below, as any other text that is no position.
    }
    throw RefusedException.badField("after", "must be the 'next' of an earlier answer");
  }

  private static String next(long position) {
    return Long.toString(position, Character.MAX_RADIX);
  }

  private static Hits find(DatabaseConnection connection, Search search, Range range)
      throws SQLException {
    Map<Long, RoomId> rooms = rooms(connection, search);
    if (rooms.isEmpty()) {
      return new Hits(List.of(), false, null);
    }
    List<Long> named = rooms.size() <= MAX_ROOMS_IN_EXPRESSION ? List.copyOf(rooms.keySet()) : null;
    String expression =
        SearchTokens.expression(
            search.words(), named, search.filter().by(), search.filter().hasFile());
    SearchPage page = new SearchPage(connection, search, rooms);
    page.read(expression, range.from, range.before);
    Long end = page.next();
    return new Hits(page.hits(), end != null, end == null ? null : next(end));
  }

  /** The rooms that are searched, by number: those of the searcher, or the one that was named. */
  private static Map<Long, RoomId> rooms(DatabaseConnection connection, Search search)
      throws SQLException {
    Map<Long, RoomId> rooms = new HashMap<>();
    connection
        .query(
            "SELECT room.number, room.id FROM member JOIN room ON room.number = member.room"
                + " WHERE member.user = ?")
        .bind(search.searcher().value())
        .list(row -> rooms.put(row.getLong(1), new RoomId(row.getString(2))));
    @Nullable RoomId only = search.filter().room();
    if (only != null) {
      rooms.values().removeIf(room -> !room.equals(only));
      if (rooms.isEmpty()) {
        throw RoomRules.noSuchRoom();
      }
    }
    return rooms;
  }
}
