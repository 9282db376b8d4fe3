package im.parley.edge.testing;

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
import im.parley.edge.websocket.WebSocketDoor;
import im.parley.edge.websocket.WebSocketMeters;
import im.parley.protocol.json.WireWriter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/** The real doors on a free port, with an echo behind the WebSocket. */
public final class TestServer implements AutoCloseable {

  private static final int DEFAULT_CONNECTIONS = 5000;

  private final EchoAcceptor echo = new EchoAcceptor();
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final HttpDoor door;
  private final EdgeServer server;

  private TestServer(HttpService api, HttpTimeouts timeouts, Transport transport, int connections) {
    DeadlineSweeps sweeps = new DeadlineSweeps();
    WebSocketDoor webSockets =
        new WebSocketDoor(
            echo,
            EchoAcceptor.READER,
            new WireWriter(),
            OriginPolicy.direct(Set.of()),
            sweeps,
            new WebSocketMeters(registry));
    HttpSite site =
        new HttpSite(
            Map.of(HttpPlace.CONNECT, webSockets, HttpPlace.ALIVE, ProbeService.alive()), api, api);
    this.door = new HttpDoor(site, timeouts, sweeps, new HttpMeters(registry));
    try {
      this.server =
          EdgeServer.start(
              "test",
              new ServerSettings("127.0.0.1", 0, transport, 1, connections),
              door,
              registry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With this behind every path but {@code /v1/connect} and {@code /healthz}. */
  public static TestServer with(HttpService service) {
    return new TestServer(service, HttpTimeouts.DEFAULT, Transport.best(), DEFAULT_CONNECTIONS);
  }

  /** With the given patience. */
  public static TestServer with(HttpService service, HttpTimeouts timeouts) {
    return new TestServer(service, timeouts, Transport.best(), DEFAULT_CONNECTIONS);
  }

  /** With room for so many connections. */
  public static TestServer holding(int connections) {
    return new TestServer(
        ProbeService.alive(), HttpTimeouts.DEFAULT, Transport.best(), connections);
  }

  /** On this kind of I/O. */
  public static TestServer on(Transport transport) {
    return new TestServer(
        ProbeService.alive(), HttpTimeouts.DEFAULT, transport, DEFAULT_CONNECTIONS);
  }

  public EchoAcceptor echo() {
    return echo;
  }

  public MeterRegistry registry() {
    return registry;
  }

  public HttpDoor door() {
    return door;
  }

  public EdgeServer server() {
    return server;
  }

  public int port() {
    return server.port();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  @Override
  public void close() {
    server.close();
  }
}
