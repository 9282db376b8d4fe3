package im.parley.app;

import im.parley.core.live.LiveConfig;
import im.parley.edge.engineio.EngineConfig;
import im.parley.edge.engineio.EngineDoor;
import im.parley.edge.engineio.EngineMeters;
import im.parley.edge.eventstream.EventStreamService;
import im.parley.edge.http.BearerAuthenticator;
import im.parley.edge.http.HttpPlace;
import im.parley.edge.http.HttpService;
import im.parley.edge.http.OriginPolicy;
import im.parley.edge.server.DeadlineSweeps;
import im.parley.edge.session.ConnectionAcceptor;
import im.parley.edge.socketchat.ChatApplication;
import im.parley.edge.socketio.SocketIoConfig;
import im.parley.edge.socketio.SocketIoDoor;
import im.parley.edge.websocket.WebSocketDoor;
import im.parley.edge.websocket.WebSocketMeters;
import im.parley.protocol.json.CommandReader;
import im.parley.protocol.json.NamedWriter;
import im.parley.protocol.json.WireWriter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.Executors;

/** The doors through which conversations are held. */
final class LiveDoors {

  private final ConnectionAcceptor conversations;
  private final BearerAuthenticator authenticator;
  private final OriginPolicy origins;
  private final DeadlineSweeps sweeps;
  private final WebSocketMeters sockets;
  private final EngineMeters engines;
  private final CommandReader reader = new CommandReader();

  LiveDoors(
      ConnectionAcceptor conversations,
      BearerAuthenticator authenticator,
      OriginPolicy origins,
      DeadlineSweeps sweeps,
      MeterRegistry registry) {
    this.conversations = conversations;
    this.authenticator = authenticator;
    this.origins = origins;
    this.sweeps = sweeps;
    this.sockets = new WebSocketMeters(registry);
    this.engines = new EngineMeters(registry);
  }

  /**
   * What is where.
   *
   * @param maxSessions how many clients may be here at once
   */
  Map<HttpPlace, HttpService> places(LiveConfig live, int maxSessions) {
    return Map.of(
        HttpPlace.CONNECT,
        webSocket(),
        HttpPlace.SOCKET_IO,
        socketIo(live, maxSessions),
        HttpPlace.EVENTS,
        eventStream());
  }

  private WebSocketDoor webSocket() {
    return new WebSocketDoor(
        conversations, reader::read, new WireWriter(), origins, sweeps, sockets);
  }

  /** With the times and bounds of the other door. */
  private EngineDoor socketIo(LiveConfig live, int maxSessions) {
    EngineConfig config =
        new EngineConfig(
            live.heartbeat(),
            live.heartbeat(),
            live.hello(),
            WebSocketDoor.MAX_MESSAGE,
            maxSessions);
    SocketIoDoor clients =
        new SocketIoDoor(
            new ChatApplication(conversations, reader, new NamedWriter()),
            new SocketIoConfig(live.hello()));
    return new EngineDoor(config, clients, origins, sweeps, sockets, engines);
  }

  private EventStreamService eventStream() {
    return new EventStreamService(
        conversations,
        authenticator,
        new WireWriter(),
        sweeps,
        Executors.newVirtualThreadPerTaskExecutor());
  }
}
