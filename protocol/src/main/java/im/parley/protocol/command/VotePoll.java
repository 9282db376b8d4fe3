package im.parley.protocol.command;

import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Changed;
import im.parley.protocol.view.Ballot;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Votes in a poll, in place of what the caller voted before. Votes are not anonymous: everyone in
 * the room can learn who voted for what.
 *
 * @param room which room
 * @param target the seq of the message that has the poll
 * @param options indexes of its options, from 0; several only where the poll allows it; none takes
 *     the caller's vote back
 * @param key the client's name for this command
 */
@Json
public record VotePoll(RoomId room, Long target, List<Integer> options, @Nullable MessageKey key)
    implements Command<Changed> {

  public static final CommandType<VotePoll, Changed> TYPE =
      CommandType.of(
          "poll.vote",
          VotePoll.class,
          Changed.class,
          Route.put("/rooms/{room}/messages/{target}/vote"));

  public VotePoll {
    Check.required("room", room);
    Check.target("target", target);
    options = options(options);
    key = key == null ? MessageKey.random() : key;
  }

  /** Each once, in the order of the ballot, so that the same choice is the same vote. */
  private static List<Integer> options(@Nullable List<Integer> named) {
    List<Integer> options = Check.required("options", named);
    if (options.size() > Ballot.MAX_OPTIONS) {
      throw RefusedException.badField("options", "must be at most " + Ballot.MAX_OPTIONS);
    }
    for (@Nullable Integer option : options) {
      if (option == null || option < 0 || option >= Ballot.MAX_OPTIONS) {
        throw RefusedException.badField("options", "must be indexes of the poll's options, from 0");
      }
    }
    return options.stream().distinct().sorted().toList();
  }

  @Override
  public CommandType<VotePoll, Changed> type() {
    return TYPE;
  }
}
