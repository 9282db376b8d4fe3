package im.parley.protocol.command;

import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.RoomReply;
import io.avaje.jsonb.Json;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The private conversation of the caller with these people: the same room each time.
 *
 * @param users 1 to 8 others
 */
@Json
public record OpenDirect(List<UserId> users) implements Command<RoomReply> {

  public static final CommandType<OpenDirect, RoomReply> TYPE =
      CommandType.of("direct.open", OpenDirect.class, RoomReply.class, Route.post("/direct"));

  public OpenDirect {
    users = List.copyOf(new LinkedHashSet<>(Check.required("users", users)));
    if (users.isEmpty() || users.size() > 8) {
      throw RefusedException.badField("users", "must name 1 to 8 other people");
    }
  }

  @Override
  public CommandType<OpenDirect, RoomReply> type() {
    return TYPE;
  }
}
