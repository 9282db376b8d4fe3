package im.parley.app;

import im.parley.app.config.ConfigException;
import im.parley.app.config.ServerConfig;
import im.parley.core.Core;
import im.parley.core.dispatch.Caller;
import im.parley.core.live.LiveConfig;
import im.parley.core.live.NodeBus;
import im.parley.core.session.Authentication;
import im.parley.edge.fanout.FanOut;
import im.parley.edge.http.AdminService;
import im.parley.edge.http.BearerAuthenticator;
import im.parley.edge.http.CommandService;
import im.parley.edge.http.FileMeters;
import im.parley.edge.http.FileService;
import im.parley.edge.http.HookService;
import im.parley.edge.http.HttpDoor;
import im.parley.edge.http.HttpMeters;
import im.parley.edge.http.HttpPlace;
import im.parley.edge.http.HttpService;
import im.parley.edge.http.HttpSite;
import im.parley.edge.http.HttpTimeouts;
import im.parley.edge.http.OriginPolicy;
import im.parley.edge.http.ProbeService;
import im.parley.edge.http.WebAssets;
import im.parley.edge.server.DeadlineSweeps;
import im.parley.edge.server.Door;
import im.parley.edge.server.EdgeServer;
import im.parley.edge.server.ServerSettings;
import im.parley.edge.session.Chat;
import im.parley.edge.session.LiveSessions;
import im.parley.edge.session.NodeNews;
import im.parley.store.sql.SqlStore;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The two listeners of a server: one for clients, one for the people who run it. */
final class Doors implements AutoCloseable {

  /** How long commands may take to finish when the server ends. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ServerConfig config;
  private final LiveSessions sessions;
  private final HttpDoor http;
  private final EdgeServer clients;
  private final EdgeServer operators;

  private Doors(
      ServerConfig config,
      LiveSessions sessions,
      HttpDoor http,
      EdgeServer clients,
      EdgeServer operators) {
    this.config = config;
    this.sessions = sessions;
    this.http = http;
    this.clients = clients;
    this.operators = operators;
  }

  /** Opens both listeners onto the chat. */
  static Doors open(
      ServerConfig config,
      LiveConfig live,
      SqlStore store,
      Core core,
      NodeBus bus,
      PrometheusMeterRegistry registry) {
    FanOut fanOut = new FanOut(store.log(), bus, registry);
    LiveSessions sessions =
        new LiveSessions(
            new Chat(
                core.dispatcher(),
                core.greeter(),
                store.rooms(),
                store.sessions(),
                core.presence()),
            fanOut,
            bus,
            live,
            registry);
    bus.listen(new NodeNews(fanOut, sessions), store.log());
    DeadlineSweeps sweeps = new DeadlineSweeps();
    HttpMeters meters = new HttpMeters(registry);
    OriginPolicy origins = origins(config);
    Map<HttpPlace, HttpService> conversations =
        new LiveDoors(sessions, authenticator(core), origins, sweeps, registry)
            .places(live, config.connections());
    HttpDoor http =
        new HttpDoor(
            clientSite(origins, conversations, store, core, registry),
            HttpTimeouts.DEFAULT,
            sweeps,
            meters);
    HttpService operatorSite =
        new AdminService(() -> registry.scrape().getBytes(StandardCharsets.UTF_8), store::healthy);
    HttpDoor admin = new HttpDoor(operatorSite, HttpTimeouts.DEFAULT, sweeps, meters);
    EdgeServer clients = start("clients", clientSettings(config), http, registry);
    try {
      ServerSettings settings =
          ServerSettings.admin(config.admin().host(), config.admin().port(), config.transport());
      return new Doors(
          config, sessions, http, clients, start("operators", settings, admin, registry));
    } catch (ConfigException e) {
      clients.close();
      throw e;
    }
  }

  private static HttpSite clientSite(
      OriginPolicy origins,
      Map<HttpPlace, HttpService> live,
      SqlStore store,
      Core core,
      PrometheusMeterRegistry registry) {
    ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
    BearerAuthenticator authenticator = authenticator(core);
    FileService files =
        new FileService(
            core.uploads(),
            core.downloads(),
            authenticator,
            new FileMeters(registry),
            virtualThreads);
    Map<HttpPlace, HttpService> places = new EnumMap<>(live);
    places.put(HttpPlace.FILES, files);
    places.put(HttpPlace.FILE, files);
    places.put(HttpPlace.THUMBNAIL, files);
    places.put(HttpPlace.HOOK, new HookService(core.hooks(), virtualThreads));
    places.put(HttpPlace.ALIVE, ProbeService.alive());
    places.put(HttpPlace.READY, new ProbeService(store::healthy));
    return new HttpSite(
        places,
        new CommandService(core.dispatcher(), authenticator, origins, virtualThreads),
        new WebAssets(Doors.class.getClassLoader(), virtualThreads));
  }

  private static BearerAuthenticator authenticator(Core core) {
    return (token, address) -> caller(core, token, address);
  }

  private static Optional<Caller.SignedIn> caller(Core core, String token, String address) {
    return switch (core.authenticator().authenticate(token)) {
      case Authentication.Valid valid -> Optional.of(valid.caller(address));
      case Authentication.Expired(), Authentication.Unknown() -> Optional.empty();
    };
  }

  private static OriginPolicy origins(ServerConfig config) {
    return config
        .publicUrl()
        .map(url -> OriginPolicy.behind(url.toString(), config.origins()))
        .orElseGet(() -> OriginPolicy.direct(config.origins()));
  }

  private static ServerSettings clientSettings(ServerConfig config) {
    return new ServerSettings(
        config.listen().host(),
        config.listen().port(),
        config.transport(),
        Runtime.getRuntime().availableProcessors(),
        config.connections());
  }

  private static EdgeServer start(
      String name, ServerSettings settings, Door door, PrometheusMeterRegistry registry) {
    try {
      return EdgeServer.start(name, settings, door, registry);
    } catch (IOException e) {
      throw new ConfigException(e.getMessage() + ": is it in use? Choose another port");
    }
  }

  /** Where clients connect. */
  String url() {
    return url(config.listen().host(), clients.port());
  }

  /** Where operators look. */
  String adminUrl() {
    return url(config.admin().host(), operators.port());
  }

  private static String url(String host, int port) {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** Lets nobody new in, sends everyone away to come back elsewhere, and closes. */
  @Override
  public void close() {
    clients.stopAccepting();
    http.endKeepAlive();
    sessions.drain(PATIENCE);
    clients.close();
    operators.close();
  }
}
