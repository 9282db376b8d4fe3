package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Hits;
import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Looks for words in the messages of the rooms that the caller is in, and in the names of their
 * files, newest first.
 *
 * @param query what to look for: all of its words, each of three letters or more also as the
 *     beginning of a longer one
 * @param room only in this room
 * @param by only what this user wrote
 * @param since only messages from then on
 * @param until only messages before then
 * @param hasFile true for only messages that came with files
 * @param limit at most so many: 1 to 200, 50 when left out
 * @param after where the page before ended: the {@code next} of its answer
 */
@Json
public record SearchMessages(
    String query,
    @Nullable RoomId room,
    @Nullable UserId by,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable Boolean hasFile,
    @Nullable Integer limit,
    @Nullable String after)
    implements Command<Hits> {

  public static final CommandType<SearchMessages, Hits> TYPE =
      CommandType.of("message.search", SearchMessages.class, Hits.class, Route.get("/search"));

  public SearchMessages {
    Check.prose("query", query, 200);
    limit = Check.page("limit", limit);
    if (after != null) {
      Check.length("after", after, 1, 40);
    }
  }

  @Override
  public CommandType<SearchMessages, Hits> type() {
    return TYPE;
  }
}
