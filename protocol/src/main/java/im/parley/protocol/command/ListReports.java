package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Reports;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * The open reports of a room, the oldest first. For its owners and moderators.
 *
 * @param room which room
 * @param after the id of the last report of the page before
 * @param limit at most so many: 1 to 200, 50 when left out
 */
@Json
public record ListReports(RoomId room, @Nullable Long after, @Nullable Integer limit)
    implements Command<Reports> {

  public static final CommandType<ListReports, Reports> TYPE =
      CommandType.of(
          "report.list", ListReports.class, Reports.class, Route.get("/rooms/{room}/reports"));

  public ListReports {
    Check.required("room", room);
    after = Check.optionalSeq("after", after);
    limit = Check.page("limit", limit);
  }

  @Override
  public CommandType<ListReports, Reports> type() {
    return TYPE;
  }
}
