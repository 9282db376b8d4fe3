package im.parley.protocol.command;

import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Presences;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * Asks to be told how these users are, from now on. It replaces what this session watched before.
 *
 * @param users at most 500
 */
@Json
public record WatchPresence(List<UserId> users) implements Command<Presences> {

  public static final CommandType<WatchPresence, Presences> TYPE =
      CommandType.live(
          "presence.watch", WatchPresence.class, Presences.class, CommandType.Audience.SIGNED_IN);

  public WatchPresence {
    users = List.copyOf(Check.required("users", users));
    if (users.size() > 500) {
      throw RefusedException.badField("users", "must be at most 500");
    }
  }

  @Override
  public CommandType<WatchPresence, Presences> type() {
    return TYPE;
  }
}
