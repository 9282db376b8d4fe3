package im.parley.protocol.command;

import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Changed;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Takes a pin away; the message stays.
 *
 * @param room which room
 * @param target the seq of the message
 * @param key the client's name for this command
 */
@Json
public record RemovePin(RoomId room, Long target, @Nullable MessageKey key)
    implements Command<Changed> {

  public static final CommandType<RemovePin, Changed> TYPE =
      CommandType.of(
          "pin.remove",
          RemovePin.class,
          Changed.class,
          Route.delete("/rooms/{room}/pins/{target}"));

  public RemovePin {
    Check.required("room", room);
    Check.target("target", target);
    key = key == null ? MessageKey.random() : key;
  }

  @Override
  public CommandType<RemovePin, Changed> type() {
    return TYPE;
  }
}
