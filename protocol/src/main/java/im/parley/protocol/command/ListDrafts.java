package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Drafts;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Lists what the caller has begun to write, by room, then thread.
 *
 * @param after the room of the last draft of the page before
 * @param afterThread the thread of that draft; 0 or left out when it had none
 * @param limit at most so many: 1 to 200, 50 when left out
 */
@Json
public record ListDrafts(
    @Nullable RoomId after, @Nullable Long afterThread, @Nullable Integer limit)
    implements Command<Drafts> {

  public static final CommandType<ListDrafts, Drafts> TYPE =
      CommandType.of("draft.list", ListDrafts.class, Drafts.class, Route.get("/drafts"));

  public ListDrafts {
    Check.optionalSeq("afterThread", afterThread);
    limit = Check.page("limit", limit);
  }

  @Override
  public CommandType<ListDrafts, Drafts> type() {
    return TYPE;
  }
}
