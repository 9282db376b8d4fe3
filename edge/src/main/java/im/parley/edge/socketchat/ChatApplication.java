package im.parley.edge.socketchat;

import im.parley.edge.session.ConnectionAcceptor;
import im.parley.edge.socketio.SocketIoApplication;
import im.parley.edge.socketio.SocketIoListener;
import im.parley.edge.socketio.SocketIoSocket;
import im.parley.protocol.json.CommandReader;
import im.parley.protocol.json.NamedWriter;

/** The chat, in the main namespace and no other. */
public final class ChatApplication implements SocketIoApplication {

  private static final String MAIN = "/";

  private final ConnectionAcceptor acceptor;
  private final CommandReader reader;
  private final SocketIoCodec codec;

  /**
   * For clients of whoever takes connections in.
   *
   * @param reader reads what clients send
   * @param writer writes what they get
   */
  public ChatApplication(ConnectionAcceptor acceptor, CommandReader reader, NamedWriter writer) {
    this.acceptor = acceptor;
    this.reader = reader;
    this.codec = new SocketIoCodec(writer);
  }

  @Override
  public boolean has(String namespace) {
    return namespace.equals(MAIN);
  }

  @Override
  public SocketIoListener enter(SocketIoSocket socket) {
    ChatConnection connection = new ChatConnection(socket, codec);
    return new ChatListener(acceptor.accept(connection), reader);
  }
}
