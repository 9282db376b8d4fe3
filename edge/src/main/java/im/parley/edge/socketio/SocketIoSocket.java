package im.parley.edge.socketio;

import im.parley.edge.engineio.EngineSession;
import im.parley.protocol.error.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.OptionalLong;

/**
 * One client in one namespace. Confined to the event loop of its session; what is written when the
 * client has left is dropped.
 */
public final class SocketIoSocket {

  private final SocketIoConnection connection;
  private final String namespace;
  private boolean here = true;

  SocketIoSocket(SocketIoConnection connection, String namespace) {
    this.connection = connection;
    this.namespace = namespace;
  }

  /** Which namespace it is; begins with a slash. */
  public String namespace() {
    return namespace;
  }

  /** The session that carries it, perhaps with other namespaces. */
  public EngineSession session() {
    return connection.session();
  }

  /** The client has left, for whatever reason. */
  void gone() {
    here = false;
  }

  /** Lets the client in, under this name. */
  public void accept(String sid) {
    send(SocketIoFrames.connected(namespace, sid));
  }

  /** Emits an event. */
  public void emit(String name, Arguments arguments) {
    send(SocketIoFrames.event(namespace, name, arguments, OptionalLong.empty()));
  }

  /** Emits an event that the client is to acknowledge under this number. */
  public void emitToBeAcknowledged(long id, String name, Arguments arguments) {
    send(SocketIoFrames.event(namespace, name, arguments, OptionalLong.of(id)));
  }

  /** Acknowledges an event of the client's. */
  public void acknowledge(long id, Arguments arguments) {
    send(SocketIoFrames.acknowledgement(namespace, id, arguments));
  }

  private void send(byte[] frames) {
    write(Unpooled.wrappedBuffer(frames));
    session().flush();
  }

  /** Queues whole frames of {@link SocketIoFrames}, and releases them. */
  public void write(ByteBuf frames) {
    if (here) {
      session().write(frames);
    } else {
      frames.release();
    }
  }

  /** Queues frames and flushes; then runs the action, once the client took them or has gone. */
  public void writeThen(ByteBuf frames, Runnable taken) {
    if (here) {
      session().writeThen(frames, taken);
    } else {
      frames.release();
      session().eventLoop().execute(taken);
    }
  }

  /** The client is not let in, or has been told that it must go: it is here no longer. */
  public void leave() {
    if (here) {
      session().flush();
      connection.leave(namespace);
    }
  }

  /** Sends the client away; its session stays, for a while. */
  public void disconnect() {
    send(SocketIoFrames.disconnected(namespace));
    leave();
  }

  /** Ends the session that carries this, and with it all that it carries. */
  public void close(CloseCode code) {
    session().close(code);
  }
}
