package im.parley.protocol.command;

import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Changed;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Reacts to a message with an emoji. Each person has each emoji at most once on a message.
 *
 * @param room which room
 * @param target the seq of the message
 * @param emoji one emoji, as Unicode has it
 * @param key the client's name for this command
 */
@Json
public record AddReaction(RoomId room, Long target, String emoji, @Nullable MessageKey key)
    implements Command<Changed> {

  public static final CommandType<AddReaction, Changed> TYPE =
      CommandType.of(
          "reaction.add",
          AddReaction.class,
          Changed.class,
          Route.put("/rooms/{room}/messages/{target}/reactions/{emoji}"));

  public AddReaction {
    Check.required("room", room);
    Check.target("target", target);
    Check.emoji("emoji", emoji);
    key = key == null ? MessageKey.random() : key;
  }

  @Override
  public CommandType<AddReaction, Changed> type() {
    return TYPE;
  }
}
