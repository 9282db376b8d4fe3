package im.parley.store.sqlite;

import im.parley.core.search.MessageSearch;
import im.parley.core.search.MessageSearch.Search;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.FileInfo;
import im.parley.protocol.view.Hit;
import im.parley.protocol.view.Message;
import im.parley.store.sqlite.MessageViews.Said;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A page of hits while it is read: candidates come newest first, and those that hold stay. */
final class SearchPage {

  /** So many candidates are looked at for one page. */
  private static final int MAX_CANDIDATES = 5_000;

  static final String CANDIDATES =
      """
      SELECT search.rowid, searchable.place
      FROM search JOIN searchable ON searchable.position = search.rowid
      WHERE search MATCH ? AND search.rowid >= ? AND search.rowid < ?
      ORDER BY search.rowid DESC
      """;

  private static final String MESSAGE =
      "SELECT "
          + Rows.EVENT
          + " FROM event WHERE event.place = ? AND event.type = 'message.posted'";

  private final DatabaseConnection connection;
  private final Search search;
  private final Map<Long, RoomId> rooms;
  private final List<Found> found = new ArrayList<>();
  private @Nullable Long last;
  private @Nullable Long next;

  SearchPage(DatabaseConnection connection, Search search, Map<Long, RoomId> rooms) {
    this.connection = connection;
    this.search = search;
    this.rooms = rooms;
  }

  private record Candidate(long position, long place) {}

  /** Reads candidates until the page is full and it is known whether there is another. */
  void read(String expression, long from, long before) throws SQLException {
    connection
        .query(CANDIDATES)
        .bind(expression)
        .bind(from)
        .bind(before)
        .listUntil(
            row -> look(new Candidate(row.getLong(1), row.getLong(2))),
            (candidate, count) -> next != null || endsAt(candidate, count));
  }

  private record Found(Said said, List<Hit.Highlight> highlights) {}

  private Candidate look(Candidate candidate) throws SQLException {
    Found one = found(candidate);
    if (one == null) {
      return candidate;
    }
    if (found.size() == search.limit()) {
      next = last;
    } else {
      found.add(one);
      last = candidate.position;
    }
    return candidate;
  }

  private boolean endsAt(Candidate candidate, int count) {
    if (count < MAX_CANDIDATES) {
      return false;
    }
    next = candidate.position;
    return true;
  }

  /** What was found there, or null if the message as it stands is no match. */
  private @Nullable Found found(Candidate candidate) throws SQLException {
    RoomId room = rooms.get(Place.room(candidate.place));
    if (room == null) {
      return null;
    }
    Said said = connection.query(MESSAGE).bind(candidate.place).first(row -> Said.of(room, row));
    UserId by = search.filter().by();
    if (said == null || (by != null && !said.event().by().equals(by))) {
      return null;
    }
    String text = said.posted().text();
    List<Hit.Highlight> highlights =
        search.words().in(MessageSearch.searched(text, fileNames(said.posted())));
    return highlights.isEmpty() ? null : new Found(said, within(text, highlights));
  }

  private static List<String> fileNames(Fact.MessagePosted posted) {
    List<FileInfo> files = posted.attachments();
    return files == null ? List.of() : files.stream().map(FileInfo::name).toList();
  }

  /** What was found in the names of files is not in the text. */
  private static List<Hit.Highlight> within(String text, List<Hit.Highlight> highlights) {
    return highlights.stream().filter(highlight -> highlight.end() <= text.length()).toList();
  }

  /** The hits, as the searcher sees the messages. */
  List<Hit> hits() throws SQLException {
    List<Said> said = found.stream().map(Found::said).toList();
    List<Message> messages = MessageViews.of(connection, search.searcher(), said);
    return IntStream.range(0, found.size())
        .mapToObj(i -> new Hit(messages.get(i), found.get(i).highlights()))
        .toList();
  }

  /** Where the next page begins, or null if this is the last one. */
  @Nullable Long next() {
    return next;
  }
}
