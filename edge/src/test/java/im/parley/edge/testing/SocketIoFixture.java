package im.parley.edge.testing;

import im.parley.edge.engineio.EngineAcceptor;
import im.parley.edge.engineio.EngineConfig;
import im.parley.edge.engineio.EngineDoor;
import im.parley.edge.engineio.EngineListener;
import im.parley.edge.engineio.EngineMeters;
import im.parley.edge.engineio.EnginePackets;
import im.parley.edge.engineio.EngineSession;
import im.parley.edge.http.HttpDoor;
import im.parley.edge.http.HttpMeters;
import im.parley.edge.http.HttpPlace;
import im.parley.edge.http.HttpService;
import im.parley.edge.http.HttpSite;
import im.parley.edge.http.HttpTimeouts;
import im.parley.edge.http.OriginPolicy;
import im.parley.edge.http.ProbeService;
import im.parley.edge.server.DeadlineSweeps;
import im.parley.edge.server.EdgeServer;
import im.parley.edge.server.ServerSettings;
import im.parley.edge.server.Transport;
import im.parley.edge.socketio.SocketIoApplication;
import im.parley.edge.socketio.SocketIoConfig;
import im.parley.edge.socketio.SocketIoDoor;
import im.parley.edge.websocket.WebSocketMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What independent suites of Engine.IO and Socket.IO expect to talk to, on the real transport: an
 * echo at {@code /engine.io/}, and at {@code /socket.io/} the {@link EchoApplication}.
 */
public final class SocketIoFixture implements AutoCloseable {

  /** As the suites have it. */
  public static final EngineConfig CONFIG =
      new EngineConfig(
          Duration.ofMillis(300), Duration.ofMillis(200), Duration.ofSeconds(10), 1_000_000, 1000);

  /** The same, for tests that take as long as the machine needs. */
  private static final EngineConfig PATIENT =
      new EngineConfig(
          Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1), 1_000_000, 1000);

  /** The origin of a page that may connect, beside the server's own. */
  public static final String FRIEND = "https://friend.example";

  private final EdgeServer server;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  private SocketIoFixture(
      int port, EngineConfig config, SocketIoApplication application, HttpTimeouts timeouts) {
    DeadlineSweeps sweeps = new DeadlineSweeps();
    WebSocketMeters sockets = new WebSocketMeters(registry);
    EngineMeters meters = new EngineMeters(registry);
    SocketIoDoor socketIo =
        new SocketIoDoor(application, new SocketIoConfig(connectTimeout(config)));
    HttpService engine = door(config, SocketIoFixture::echo, sweeps, sockets, meters);
    HttpSite site =
        new HttpSite(
            Map.of(HttpPlace.SOCKET_IO, door(config, socketIo, sweeps, sockets, meters)),
            ProbeService.alive(),
            engine);
    HttpDoor http = new HttpDoor(site, timeouts, sweeps, new HttpMeters(registry));
    try {
      this.server =
          EdgeServer.start(
              "fixture",
              new ServerSettings("127.0.0.1", port, Transport.best(), 2, 5000),
              http,
              registry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Duration connectTimeout(EngineConfig config) {
    return config.equals(CONFIG) ? Duration.ofSeconds(1) : Duration.ofMinutes(1);
  }

  private static EngineDoor door(
      EngineConfig config,
      EngineAcceptor acceptor,
      DeadlineSweeps sweeps,
      WebSocketMeters sockets,
      EngineMeters meters) {
    return new EngineDoor(
        config, acceptor, OriginPolicy.direct(Set.of(FRIEND)), sweeps, sockets, meters);
  }

  private static EngineListener echo(EngineSession session) {
    return new EngineListener() {
      @Override
      public void text(byte[] utf8) {
        send(EnginePackets.message("", utf8));
      }

      @Override
      public void binary(byte[] content) {
        send(EnginePackets.message(content));
      }

      private void send(byte[] frame) {
        session.write(Unpooled.wrappedBuffer(frame));
        session.flush();
      }

      @Override
      public void closed() {}
    };
  }

  /** On a free port. */
  public static SocketIoFixture start() {
    return with(CONFIG, EchoApplication.atOnce());
  }

  /** The same, but pings and bounds of time are far away. */
  public static SocketIoFixture patient() {
    return with(PATIENT, EchoApplication.atOnce());
  }

  /** With other times and bounds, and something else behind {@code /socket.io/}. */
  public static SocketIoFixture with(EngineConfig config, SocketIoApplication application) {
    return new SocketIoFixture(0, config, application, HttpTimeouts.DEFAULT);
  }

  /** With other patience for what is slow to come. */
  public static SocketIoFixture with(HttpTimeouts timeouts) {
    return new SocketIoFixture(0, CONFIG, EchoApplication.atOnce(), timeouts);
  }

  public int port() {
    return server.port();
  }

  /** How many sessions are open. */
  public double sessions() {
    return registry.get("parley.engineio.sessions.open").gauge().value();
  }

  @Override
  public void close() {
    server.close();
  }

  /** Runs it at the port that is named, 3000 otherwise, until the process is ended. */
  public static void main(String[] arguments) throws InterruptedException {
    int port = arguments.length == 0 ? 3000 : Integer.parseInt(arguments[0]);
    SocketIoFixture fixture =
        new SocketIoFixture(port, CONFIG, EchoApplication.takingBreath(), HttpTimeouts.DEFAULT);
    System.out.println("Engine.IO and Socket.IO at http://127.0.0.1:" + fixture.port());
    Thread.currentThread().join();
  }
}
