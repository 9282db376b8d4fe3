package im.parley.store.postgres;

import im.parley.core.search.MessageSearch;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Hits;
import im.parley.store.sql.Query;
import im.parley.store.sql.Readers;
import im.parley.store.sql.SearchIndexer;
import im.parley.store.sql.SearchPage;
import im.parley.store.sql.SearchPage.Candidate;
import im.parley.store.sql.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The search, on the index that {@link PostgresSearchIndex} fills. Which of two ways is taken is
 * decided here and not by the planner, who knows too little of how frequent words are: what few
 * messages have is collected and sorted; what many have is met soon, going back in time. The newest
 * {@value #SAMPLE} messages tell which it is.
 */
final class PostgresSearch implements MessageSearch {

  /** How long a search waits for the index to have what was acknowledged before it. */
  private static final long PATIENCE_MS = 2_000;

  /** So many of the newest messages are looked at first. */
  private static final int SAMPLE = 1_000;

  /**
   * What so many of them have is frequent. A page is then met within some thousand messages; to
   * collect what one in two hundred has, of a million, is as much work.
   */
  private static final int FREQUENT = 5;

  private static final long MAX_SECONDS = Long.MAX_VALUE / 1_001;
  private static final Candidate THE_END = new Candidate(Long.MAX_VALUE, Long.MAX_VALUE);

  private static final Pattern POSITION = Pattern.compile("(?<at>\\d{1,18})-(?<place>\\d{1,18})");

  private static final String ROOMS =
      """
      SELECT room.number, room.id, room.head > coalesce(search_progress.seq, 0)
      FROM member JOIN room ON room.number = member.room
      LEFT JOIN search_progress ON search_progress.room = room.number
      WHERE member.user = ?
      """;

  private static final String MATCHES =
      "SELECT at, place FROM search WHERE words @@ CAST(? AS tsquery)";

  private static final String IN_RANGE =
      "at >= ? AND at < ? AND (at, place) < (?, ?) ORDER BY at DESC, place DESC";

  private static final String IN_SAMPLE =
      "WITH sample AS MATERIALIZED (SELECT words FROM search WHERE "
          + IN_RANGE
          + " LIMIT "
          + SAMPLE
          + ") SELECT count(*) FROM sample WHERE words @@ CAST(? AS tsquery)";

  private static final String COLLECTED =
      "WITH found AS MATERIALIZED (" + MATCHES + ") SELECT at, place FROM found WHERE " + IN_RANGE;

  private static final String BACK_IN_TIME = MATCHES + " AND " + IN_RANGE;

  private final SearchIndexer indexer;
  private final Readers readers;

  PostgresSearch(SearchIndexer indexer, Readers readers) {
    this.indexer = indexer;
    this.readers = readers;
  }

  @Override
  public Hits find(Search search) {
    Range range = range(search);
    return switch (readers.read(connection -> look(connection, search, range))) {
      case Look.Complete(Hits hits) -> hits;
      case Look.Behind(List<RoomId> rooms) -> {
        indexer.note(rooms);
        indexer.await(PATIENCE_MS);
        yield readers.read(
            connection -> find(connection, search, rooms(connection, search).searched, range));
      }
    };
  }

  /** What a first look comes to. */
  private sealed interface Look {

    /** The index has all that is in the rooms. */
    record Complete(Hits hits) implements Look {}

    /** Other servers index what they have written; what they have not come to yet is done here. */
    record Behind(List<RoomId> rooms) implements Look {}
  }

  private static Look look(Statements connection, Search search, Range range) throws SQLException {
    Rooms rooms = rooms(connection, search);
    return rooms.behind.isEmpty()
        ? new Look.Complete(find(connection, search, rooms.searched, range))
        : new Look.Behind(rooms.behind);
  }

  /**
   * Where is searched.
   *
   * @param searched by their numbers
   * @param behind those of which the index lacks something
   */
  private record Rooms(Map<Long, RoomId> searched, List<RoomId> behind) {}

  private static Rooms rooms(Statements connection, Search search) throws SQLException {
    Map<Long, RoomId> searched = new HashMap<>();
    Set<RoomId> behind = new HashSet<>();
    connection
        .query(ROOMS)
        .bind(search.searcher().value())
        .list(row -> {
          RoomId room = new RoomId(row.getString(2));
          if (row.getBoolean(3)) {
            behind.add(room);
          }
          return searched.put(row.getLong(1), room);
        });
    SearchPage.narrow(searched, search);
    return new Rooms(searched, searched.values().stream().filter(behind::contains).toList());
  }

  /**
   * Which messages are looked at.
   *
   * @param from the first time, in milliseconds since 1970
   * @param until the first time that is too late
   * @param before only what lies before it
   */
  private record Range(long from, long until, Candidate before) {

    Query bindTo(Query query) throws SQLException {
      return query.bind(from).bind(until).bind(before.position()).bind(before.place());
    }
  }

  private static Range range(Search search) {
    Filter filter = search.filter();
    return new Range(
        filter.since() == null ? 0 : millis(filter.since()),
        filter.until() == null ? Long.MAX_VALUE : millis(filter.until()),
        search.after() == null ? THE_END : position(search.after()));
  }

  /** In milliseconds since 1970; a time that is too far away for that is the farthest. */
  private static long millis(Instant time) {
    return Math.clamp(time.getEpochSecond(), -MAX_SECONDS, MAX_SECONDS) * 1_000
        + time.getNano() / 1_000_000;
  }

  private static Candidate position(String after) {
    Matcher position = POSITION.matcher(after);
    if (!position.matches()) {
      throw RefusedException.badField("after", "must be the 'next' of an earlier answer");
    }
    return new Candidate(
        Long.parseLong(position.group("at")), Long.parseLong(position.group("place")));
  }

  private static Hits find(
      Statements connection, Search search, Map<Long, RoomId> rooms, Range range)
      throws SQLException {
    if (rooms.isEmpty()) {
      return new Hits(List.of(), false, null);
    }
    String expression = SearchExpression.of(search.words(), rooms.keySet(), search.filter());
    SearchPage page = new SearchPage(connection, search, rooms);
    page.read(candidates(connection, expression, range).inPortionsOf(search.limit() + 1));
    @Nullable Candidate end = page.next();
    return new Hits(
        page.hits(), end != null, end == null ? null : end.position() + "-" + end.place());
  }

  private static Query candidates(Statements connection, String expression, Range range)
      throws SQLException {
    connection.query("SET LOCAL enable_seqscan = off").run();
    if (range.bindTo(connection.query(IN_SAMPLE)).bind(expression).number() >= FREQUENT) {
      connection.query("SET LOCAL enable_bitmapscan = off").run();
      return range.bindTo(connection.query(BACK_IN_TIME).bind(expression));
    }
    return range.bindTo(connection.query(COLLECTED).bind(expression));
  }
}
