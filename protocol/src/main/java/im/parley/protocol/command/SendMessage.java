package im.parley.protocol.command;

import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.MessageSent;
import io.avaje.jsonb.Json;

/**
 * Says something in a room.
 *
 * @param room where
 * @param key the client's name for this message; repeating it says nothing twice
 * @param text markdown source, 1 to 8000 characters
 */
@Json
public record SendMessage(RoomId room, MessageKey key, String text)
    implements Command<MessageSent> {

  public static final CommandType<SendMessage, MessageSent> TYPE =
      CommandType.of(
          "message.send",
          SendMessage.class,
          MessageSent.class,
          Route.make("/rooms/{room}/messages"));

  /** The longest text, in Unicode code points. */
  public static final int MAX_TEXT = 8000;

  public SendMessage {
    Check.required("room", room);
    Check.required("key", key);
    Check.prose("text", text, MAX_TEXT);
  }

  @Override
  public CommandType<SendMessage, MessageSent> type() {
    return TYPE;
  }
}
