package im.parley.edge.socketio;

/** What Socket.IO clients talk to. Safe to share. */
public interface SocketIoApplication {

  /** Whether there is a namespace of this name; it begins with a slash. */
  boolean has(String namespace);

  /**
   * A client comes into a namespace that there is. Called on the client's event loop.
   *
   * @return who hears it from now on; what comes first is what it says of itself
   */
  SocketIoListener enter(SocketIoSocket socket);
}
