package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Done;
import io.avaje.jsonb.Json;

/**
 * Tells the owners and moderators of a room of a message that they should look at. Reporting it
 * again gives another reason.
 *
 * @param room where it is
 * @param target the seq of the message
 * @param reason why, 1 to 500 characters
 */
@Json
public record ReportMessage(RoomId room, Long target, String reason) implements Command<Done> {

  public static final CommandType<ReportMessage, Done> TYPE =
      CommandType.of(
          "message.report",
          ReportMessage.class,
          Done.class,
          Route.post("/rooms/{room}/messages/{target}/report"));

  private static final int MAX_REASON = 500;

  public ReportMessage {
    Check.required("room", room);
    Check.target("target", target);
    Check.prose("reason", reason, MAX_REASON);
  }

  @Override
  public CommandType<ReportMessage, Done> type() {
    return TYPE;
  }
}
