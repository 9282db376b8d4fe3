package im.parley.protocol.command;

import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Changed;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Says something else instead: the writer's own message gets another text.
 *
 * @param room which room
 * @param target the seq of the message
 * @param text the new markdown source, 1 to 8000 characters
 * @param key the client's name for this command
 */
@Json
public record EditMessage(RoomId room, Long target, String text, @Nullable MessageKey key)
    implements Command<Changed> {

  public static final CommandType<EditMessage, Changed> TYPE =
      CommandType.of(
          "message.edit",
          EditMessage.class,
          Changed.class,
          Route.patch("/rooms/{room}/messages/{target}"));

  public EditMessage {
    Check.required("room", room);
    Check.target("target", target);
    Check.prose("text", text, SendMessage.MAX_TEXT);
    key = key == null ? MessageKey.random() : key;
  }

  @Override
  public CommandType<EditMessage, Changed> type() {
    return TYPE;
  }
}
