package im.parley.protocol.command;

import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Changed;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Pins a message to its room, for everyone to find.
 *
 * @param room which room
 * @param target the seq of the message
 * @param key the client's name for this command
 */
@Json
public record AddPin(RoomId room, Long target, @Nullable MessageKey key)
    implements Command<Changed> {

  public static final CommandType<AddPin, Changed> TYPE =
      CommandType.of(
          "pin.add", AddPin.class, Changed.class, Route.put("/rooms/{room}/pins/{target}"));

  public AddPin {
    Check.required("room", room);
    Check.target("target", target);
    key = key == null ? MessageKey.random() : key;
  }

  @Override
  public CommandType<AddPin, Changed> type() {
    return TYPE;
  }
}
