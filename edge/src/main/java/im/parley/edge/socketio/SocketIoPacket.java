package im.parley.edge.socketio;

import java.util.List;

/** What clients send (Socket.IO, protocol 5). */
sealed interface SocketIoPacket {

  /** The namespace that everyone means who names none. */
  String MAIN = "/";

  /** Which namespace it is for; begins with a slash. */
  String namespace();

  /**
   * The client asks to be let in.
   *
   * @param auth a JSON object
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Connect(String namespace, byte[] auth) implements SocketIoPacket {}

  /** The client leaves. */
  record Disconnect(String namespace) implements SocketIoPacket {}

  /** The client emits an event. */
  record Emitted(String namespace, SocketIoEvent event) implements SocketIoPacket {}

  /** The client acknowledges an event of ours. */
  record Acknowledged(String namespace, long id, Arguments arguments) implements SocketIoPacket {}

  /**
   * A packet whose attachments are to follow.
   *
   * @param packet what it will be, without them
   * @param attachments how many there are
   */
  record Incomplete(SocketIoPacket packet, int attachments) implements SocketIoPacket {
    @Override
    public String namespace() {
      return packet.namespace();
    }
  }

  /** Not a packet that a client may send. */
  record Broken() implements SocketIoPacket {
    @Override
    public String namespace() {
      return MAIN;
    }
  }

  /** The same packet, with the bytes that belong to it. */
  static SocketIoPacket complete(SocketIoPacket packet, List<byte[]> attachments) {
    return switch (packet) {
      case Emitted(String namespace, SocketIoEvent event) ->
          new Emitted(namespace, event.with(attachments));
      case Acknowledged(String namespace, long id, Arguments arguments) ->
          new Acknowledged(namespace, id, arguments.with(attachments));
      case Connect _, Disconnect _, Incomplete _, Broken _ -> new Broken();
    };
  }
}
