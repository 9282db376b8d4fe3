package im.parley.edge.socketio;

import im.parley.edge.engineio.EngineAcceptor;
import im.parley.edge.engineio.EngineListener;
import im.parley.edge.engineio.EngineSession;

/** Brings the clients of Engine.IO sessions to an application. Safe to share. */
public final class SocketIoDoor implements EngineAcceptor {

  private final SocketIoApplication application;
  private final SocketIoConfig config;

  public SocketIoDoor(SocketIoApplication application, SocketIoConfig config) {
    this.application = application;
    this.config = config;
  }

  @Override
  public EngineListener accept(EngineSession session) {
    return new SocketIoConnection(session, application, config);
  }
}
