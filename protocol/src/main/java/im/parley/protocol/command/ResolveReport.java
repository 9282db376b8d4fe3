package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Done;
import io.avaje.jsonb.Json;

/**
 * Closes a report: it was seen to. For the room's owners and moderators.
 *
 * @param room which room
 * @param report the id of the report
 */
@Json
public record ResolveReport(RoomId room, Long report) implements Command<Done> {

  public static final CommandType<ResolveReport, Done> TYPE =
      CommandType.of(
          "report.resolve",
          ResolveReport.class,
          Done.class,
          Route.post("/rooms/{room}/reports/{report}/resolve"));

  public ResolveReport {
    Check.required("room", room);
    Check.seq("report", report);
  }

  @Override
  public CommandType<ResolveReport, Done> type() {
    return TYPE;
  }
}
