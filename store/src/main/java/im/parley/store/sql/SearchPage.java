package im.parley.store.sql;

import im.parley.core.log.RoomRules;
import im.parley.core.search.MessageSearch;
import im.parley.core.search.MessageSearch.Search;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.FileInfo;
import im.parley.protocol.view.Hit;
import im.parley.protocol.view.Message;
import im.parley.store.sql.MessageViews.Said;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A page of hits while it is read: candidates come newest first, and those that hold stay. */
public final class SearchPage {

  /** So many candidates are looked at for one page. */
  private static final int MAX_CANDIDATES = 5_000;

  private static final String MESSAGES =
      "SELECT "
          + Rows.EVENT
          + " FROM event WHERE event.place IN (SELECT CAST(value AS BIGINT) FROM json_each(?))"
          + " AND event.type = 'message.posted'";

  private final Statements connection;
  private final Search search;
  private final Map<Long, RoomId> rooms;
  private final List<Found> found = new ArrayList<>();

  /** Candidates that were not looked at yet: as many as make a page are, in one question. */
  private final List<Candidate> waiting = new ArrayList<>();

  private @Nullable Candidate last;
  private @Nullable Candidate next;
  private boolean full;

  public SearchPage(Statements connection, Search search, Map<Long, RoomId> rooms) {
    this.connection = connection;
    this.search = search;
    this.rooms = rooms;
  }

  /**
   * A message that may be a hit.
   *
   * @param position where it lies in the order of time: the newest is the highest
   * @param place where it lies in the table of events
   */
  public record Candidate(long position, long place) {}

  /**
   * Reads candidates until the page is full and it is known whether there is another.
   *
   * @param candidates the position and the place of each, the newest first
   */
  public void read(Query candidates) throws SQLException {
    candidates.listUntil(
        row -> take(new Candidate(row.getLong(1), row.getLong(2))),
        (candidate, count) -> full || endsAt(candidate, count));
    lookAtWaiting();
  }

  /** The rooms that are searched, by number: those of the searcher, or the one that was named. */
  public static Map<Long, RoomId> rooms(Statements connection, Search search) throws SQLException {
    Map<Long, RoomId> rooms = new HashMap<>();
    connection
        .query(
            "SELECT room.number, room.id FROM member JOIN room ON room.number = member.room"
                + " WHERE member.user = ?")
        .bind(search.searcher().value())
        .list(row -> rooms.put(row.getLong(1), new RoomId(row.getString(2))));
    narrow(rooms, search);
    return rooms;
  }

  /**
   * Leaves of a searcher's rooms those that are searched: all, or the one that was named.
   *
   * @throws im.parley.protocol.error.RefusedException if that one is none of them
   */
  public static void narrow(Map<Long, RoomId> rooms, Search search) {
    @Nullable RoomId only = search.filter().room();
    if (only != null) {
      rooms.values().removeIf(room -> !room.equals(only));
      if (rooms.isEmpty()) {
        throw RoomRules.noSuchRoom();
      }
    }
  }

  private record Found(Said said, List<Hit.Highlight> highlights) {}

  private Candidate take(Candidate candidate) throws SQLException {
    if (rooms.containsKey(Place.room(candidate.place))) {
      waiting.add(candidate);
    }
    if (waiting.size() > search.limit()) {
      lookAtWaiting();
    }
    return candidate;
  }

  private boolean endsAt(Candidate candidate, int count) {
    if (count < MAX_CANDIDATES) {
      return false;
    }
    next = candidate;
    return true;
  }

  private void lookAtWaiting() throws SQLException {
    Map<Long, Said> messages = messages();
    for (Candidate candidate : waiting) {
      Said said = messages.get(candidate.place);
      if (said != null && !full) {
        look(candidate, said);
      }
    }
    waiting.clear();
  }

  private Map<Long, Said> messages() throws SQLException {
    Map<Long, Said> messages = new HashMap<>();
    if (!waiting.isEmpty()) {
      connection
          .query(MESSAGES)
          .bind(JsonArray.ofNumbers(waiting.stream().map(Candidate::place)))
          .list(row -> Said.of(Objects.requireNonNull(rooms.get(Place.room(row.getLong(1)))), row))
          .forEach(said -> messages.put(said.place(), said));
    }
    return messages;
  }

  private void look(Candidate candidate, Said said) {
    Found one = found(said);
    if (one == null) {
      return;
    }
    if (found.size() == search.limit()) {
      next = last;
      full = true;
    } else {
      found.add(one);
      last = candidate;
    }
  }

  /** What was found in a message, or null if it is no match as it stands. */
  private @Nullable Found found(Said said) {
    UserId by = search.filter().by();
    if (by != null && !said.event().by().equals(by)) {
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
  public List<Hit> hits() throws SQLException {
    List<Said> said = found.stream().map(Found::said).toList();
    List<Message> messages = MessageViews.of(connection, search.searcher(), said);
    return IntStream.range(0, found.size())
        .mapToObj(i -> new Hit(messages.get(i), found.get(i).highlights()))
        .toList();
  }

  /** The last candidate before the next page, or null if this is the last one. */
  public @Nullable Candidate next() {
    return next;
  }
}
