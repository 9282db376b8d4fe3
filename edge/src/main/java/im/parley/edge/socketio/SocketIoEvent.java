package im.parley.edge.socketio;

import java.util.List;
import java.util.OptionalLong;

/**
 * An event that a client has emitted.
 *
 * @param name what it is
 * @param arguments what goes with it
 * @param ack what the client calls it, if it wants an acknowledgement
 */
public record SocketIoEvent(String name, Arguments arguments, OptionalLong ack) {

  /** The same event, with the bytes that belong to it. */
  SocketIoEvent with(List<byte[]> attachments) {
    return new SocketIoEvent(name, arguments.with(attachments), ack);
  }
}
