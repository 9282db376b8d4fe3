package im.parley.core.search;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Hits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds messages by their words.
 *
 * <p>The index follows the log beside the writes, never on their way. A search waits, 2 seconds at
 * most, until the index has what was acknowledged before the call, and then answers with what there
 * is. What it shows is the text as it stands: an edited or deleted message is never found by what
 * it said before. One search looks at a bounded number of candidates; when it comes to that bound,
 * its page is shorter than the limit and has a {@code next} all the same.
 */
public interface MessageSearch {

  /** What words are looked for in: what was said, and below it what the files are called. */
  static String searched(String text, List<String> fileNames) {
    return fileNames.isEmpty() ? text : text + "\n" + String.join("\n", fileNames);
  }

  /**
   * The newest messages that match, in rooms that the searcher is in at this moment, newest first
   * by time. Waits for the store.
   *
   * @throws im.parley.protocol.error.RefusedException {@code not_found} for a room that the
   *     searcher is not in; {@code bad_request} for an {@code after} that no answer gave
   */
  Hits find(Search search);

  /**
   * What is looked for, and where.
   *
   * @param searcher who asks
   * @param words all of them must be there
   * @param filter which messages count
   * @param limit at most so many hits
   * @param after the {@code next} of the page before, or null for the first page
   */
  record Search(
      UserId searcher, WantedWords words, Filter filter, int limit, @Nullable String after) {}

  /**
   * Which messages count; what is null does not matter.
   *
   * @param room only this room's
   * @param by only this user's
   * @param since only from then on
   * @param until only before then
   * @param hasFile only those that came with files, or any
   */
  record Filter(
      @Nullable RoomId room,
      @Nullable UserId by,
      @Nullable Instant since,
      @Nullable Instant until,
      boolean hasFile) {}
}
