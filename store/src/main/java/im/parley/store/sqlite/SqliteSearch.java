package im.parley.store.sqlite;

import im.parley.core.search.MessageSearch;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Hits;
import im.parley.store.sql.Readers;
import im.parley.store.sql.SearchIndexer;
import im.parley.store.sql.SearchPage;
import im.parley.store.sql.Statements;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The search, on the index that {@link SearchIndexer} fills. */
final class SqliteSearch implements MessageSearch {

  /** How long a search waits for the index to have what was acknowledged before it. */
  private static final long PATIENCE_MS = 2_000;

  /** Rooms are named in the full-text expression up to so many; else hits are looked at. */
  private static final int MAX_ROOMS_IN_EXPRESSION = 64;

  private static final String CANDIDATES =
      """
      SELECT search.rowid, searchable.place
      FROM search JOIN searchable ON searchable.position = search.rowid
      WHERE search MATCH ? AND search.rowid >= ? AND search.rowid < ?
      ORDER BY search.rowid DESC
      """;

  private final SearchIndexer indexer;
  private final Readers readers;

  SqliteSearch(SearchIndexer indexer, Readers readers) {
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

  private static Hits find(Statements connection, Search search, Range range) throws SQLException {
    Map<Long, RoomId> rooms = SearchPage.rooms(connection, search);
    if (rooms.isEmpty()) {
      return new Hits(List.of(), false, null);
    }
    List<Long> named = rooms.size() <= MAX_ROOMS_IN_EXPRESSION ? List.copyOf(rooms.keySet()) : null;
    String expression =
        SearchExpression.of(search.words(), named, search.filter().by(), search.filter().hasFile());
    SearchPage page = new SearchPage(connection, search, rooms);
    page.read(connection.query(CANDIDATES).bind(expression).bind(range.from).bind(range.before));
    SearchPage.Candidate end = page.next();
    return new Hits(page.hits(), end != null, end == null ? null : next(end.position()));
  }
}
