package im.parley.edge.socketchat;

import im.parley.edge.session.ConnectionListener;
import im.parley.edge.socketio.SocketIoEvent;
import im.parley.edge.socketio.SocketIoListener;
import im.parley.protocol.command.Hello;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.json.CommandReader;
import im.parley.protocol.json.CommandReader.Request;
import im.parley.protocol.json.LooseJson;
import im.parley.protocol.json.RequestId;
import java.util.List;

/** Reads the events of one client as commands. */
final class ChatListener implements SocketIoListener {

  private static final byte[] NO_FIELDS = {'{', '}'};

  private final ConnectionListener conversation;
  private final CommandReader reader;

  ChatListener(ConnectionListener conversation, CommandReader reader) {
    this.conversation = conversation;
    this.reader = reader;
  }

  @Override
  public void connect(byte[] auth) {
    conversation.received(hello(auth));
  }

  /**
   * In some official clients all that one may say of oneself are strings: so may {@code resume}.
   */
  private Request hello(byte[] auth) {
    try {
      byte[] fields = LooseJson.unquoted(auth, "resume");
      return reader.read(SocketIoCodec.CONNECT, Hello.TYPE.name(), fields);
    } catch (RefusedException _) {
      return new Request.Refused(
          SocketIoCodec.CONNECT,
          RefusedException.badField("resume", "must be an object, or JSON of one").refusal());
    }
  }

  @Override
  public void event(SocketIoEvent event) {
    conversation.received(request(event));
  }

  private Request request(SocketIoEvent event) {
    RequestId id =
        event.ack().isPresent()
            ? new RequestId(Long.toString(event.ack().getAsLong()))
            : RequestId.NONE;
    List<byte[]> values = event.arguments().values();
    if (values.size() > 1) {
      return new Request.Refused(
          id,
          Refusal.of(
              ErrorCode.BAD_REQUEST, "A command has one argument: an object with its fields"));
    }
    if (!event.arguments().attachments().isEmpty()) {
      return new Request.Refused(
          id, Refusal.of(ErrorCode.BAD_REQUEST, "No command takes bytes: upload them as a file"));
    }
    return reader.read(id, event.name(), values.isEmpty() ? NO_FIELDS : values.getFirst());
  }

  @Override
  public void left() {
    conversation.closed();
  }
}
