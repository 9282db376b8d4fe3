package im.parley.protocol.command;

import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Changed;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Takes a message back: its text is gone everywhere, and a tombstone keeps its place.
 *
 * @param room which room
 * @param target the seq of the message
 * @param key the client's name for this command
 */
@Json
public record DeleteMessage(RoomId room, Long target, @Nullable MessageKey key)
    implements Command<Changed> {

  public static final CommandType<DeleteMessage, Changed> TYPE =
      CommandType.of(
          "message.delete",
          DeleteMessage.class,
          Changed.class,
          Route.delete("/rooms/{room}/messages/{target}"));

  public DeleteMessage {
    Check.required("room", room);
    Check.target("target", target);
    key = key == null ? MessageKey.random() : key;
  }

  @Override
  public CommandType<DeleteMessage, Changed> type() {
    return TYPE;
  }
}
