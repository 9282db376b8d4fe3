package im.parley.protocol.command;

import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.MessageSent;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Says something in a room.
 *
 * @param room where
 * @param key the client's name for this message; repeating it says nothing twice
 * @param text markdown source, 1 to 8000 characters
 * @param replyTo the seq of the message that this one answers
 * @param thread the seq of the message whose thread this one belongs to
 * @param alsoInRoom true to show a message of a thread in the room as well
 */
@Json
public record SendMessage(
    RoomId room,
    MessageKey key,
    String text,
    @Nullable Long replyTo,
    @Nullable Long thread,
    @Nullable Boolean alsoInRoom)
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
    if (replyTo != null) {
      Check.target("replyTo", replyTo);
    }
    if (thread != null) {
      Check.target("thread", thread);
    }
  }

  /** Plain words, without thread or reply. */
  public SendMessage(RoomId room, MessageKey key, String text) {
    this(room, key, text, null, null, null);
  }

  @Override
  public CommandType<SendMessage, MessageSent> type() {
    return TYPE;
  }
}
