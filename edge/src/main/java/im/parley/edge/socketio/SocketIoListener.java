package im.parley.edge.socketio;

/** Hears what one client does in one namespace, on its event loop. */
public interface SocketIoListener {

  /**
   * The client asks to be let in: called once, and first. It is answered through the socket, now or
   * later, and that is the first thing that is written to it.
   *
   * @param auth what it says of itself, a JSON object
   */
  void connect(byte[] auth);

  /** The client has emitted an event. */
  void event(SocketIoEvent event);

  /** The client has acknowledged an event that was emitted under this number. */
  default void acknowledged(long id, Arguments arguments) {}

  /** The client is no longer there, for whatever reason. Called once, after everything else. */
  void left();
}
