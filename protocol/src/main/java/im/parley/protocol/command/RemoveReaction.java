package im.parley.protocol.command;

import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Changed;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Takes the caller's own reaction back.
 *
 * @param room which room
 * @param target the seq of the message
 * @param emoji one emoji, as Unicode has it
 * @param key the client's name for this command
 */
@Json
public record RemoveReaction(RoomId room, Long target, String emoji, @Nullable MessageKey key)
    implements Command<Changed> {

  public static final CommandType<RemoveReaction, Changed> TYPE =
      CommandType.of(
          "reaction.remove",
          RemoveReaction.class,
          Changed.class,
          Route.delete("/rooms/{room}/messages/{target}/reactions/{emoji}"));

  public RemoveReaction {
    Check.required("room", room);
    Check.target("target", target);
    Check.emoji("emoji", emoji);
    key = key == null ? MessageKey.random() : key;
  }

  @Override
  public CommandType<RemoveReaction, Changed> type() {
    return TYPE;
  }
}
