package im.parley.protocol.command;

import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.MessageSent;
import io.avaje.jsonb.Json;

/**
 * Says in a room what was said in another, with the name of its writer. The caller is in both. What
 * is forwarded is the message as it stands; it mentions nobody, and later changes of the original
 * do not reach it.
 *
 * @param room where the message is
 * @param target the seq of the message
 * @param to the room to say it in; it may be the same
 * @param key the client's name for the new message; repeating it says nothing twice
 */
@Json
public record ForwardMessage(RoomId room, Long target, RoomId to, MessageKey key)
    implements Command<MessageSent> {

  public static final CommandType<ForwardMessage, MessageSent> TYPE =
      CommandType.of(
          "message.forward",
          ForwardMessage.class,
          MessageSent.class,
          Route.make("/rooms/{room}/messages/{target}/forward"));

  public ForwardMessage {
    Check.required("room", room);
    Check.target("target", target);
    Check.required("to", to);
    Check.required("key", key);
  }

  @Override
  public CommandType<ForwardMessage, MessageSent> type() {
    return TYPE;
  }
}
