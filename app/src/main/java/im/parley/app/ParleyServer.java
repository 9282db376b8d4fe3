package im.parley.app;

import com.github.benmanes.caffeine.cache.Ticker;
import im.parley.app.config.ConfigException;
import im.parley.app.config.ServerConfig;
import im.parley.core.Core;
import im.parley.core.CoreConfig;
import im.parley.core.Ports;
import im.parley.core.expiry.ExpiryBell;
import im.parley.core.file.FileConfig;
import im.parley.core.file.FileStore;
import im.parley.core.limit.Limits;
import im.parley.core.limit.LimitsConfig;
import im.parley.core.limit.NoLimits;
import im.parley.core.limit.RateLimits;
import im.parley.core.live.Announcer;
import im.parley.core.live.Bus;
import im.parley.core.log.CommitListener;
import im.parley.core.outbound.AddressGuard;
import im.parley.core.outbound.Outbound;
import im.parley.core.outgoing.RoomBells;
import im.parley.core.push.PostedQueue;
import im.parley.core.push.PushConfig;
import im.parley.core.push.Pushing;
import im.parley.edge.outbound.NettyOutbound;
import im.parley.store.StoreException;
import im.parley.store.postgres.PostgresStore;
import im.parley.store.sql.SqlStore;
import im.parley.store.sqlite.SqliteStore;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;

/** One running server: the store, the chat on it, and the doors to the chat. */
final class ParleyServer implements AutoCloseable {

  private static final int UPLOADS_AT_A_TIME = 4;

  private final NodeCluster cluster;
  private final SqlStore store;
  private final NodePresence presence;
  private final NodeFiles files;
  private final NodePush push;
  private final Core core;
  private final Doors doors;
  private final NettyOutbound outbound;

  private ParleyServer(
      NodeCluster cluster,
      SqlStore store,
      NodePresence presence,
      NodeFiles files,
      NodePush push,
      NettyOutbound outbound,
      Core core,
      Doors doors) {
    this.cluster = cluster;
    this.store = store;
    this.presence = presence;
    this.files = files;
    this.push = push;
    this.outbound = outbound;
    this.core = core;
    this.doors = doors;
  }

  /**
   * Starts everything; when this returns, clients can connect.
   *
   * @throws ConfigException if the configuration names something that cannot be used
   */
  static ParleyServer start(ServerConfig config) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    NodeCluster cluster = NodeCluster.join(config, registry);
    PostedQueue posted = new PostedQueue(PushConfig.defaults());
    RoomBells bells = new RoomBells();
    ExpiryBell expiryBell = new ExpiryBell();
    CommitListener listener =
        new Announcer(cluster.bus()).andThen(posted).andThen(bells).andThen(expiryBell);
    SqlStore store = openStore(config, cluster, listener, registry);
    NettyOutbound outbound = new NettyOutbound(new AddressGuard(config.outbound()));
    NodePresence presence = new NodePresence(store, cluster);
    NodePush push = NodePush.start(posted, store, presence.board(), config.push(), registry);
    try {
      NodeFiles files = NodeFiles.open(config, store.files());
      CoreConfig chat =
          CoreConfig.defaults()
              .with(
                  new FileConfig(
                      config.files().limit(), config.files().quota(), UPLOADS_AT_A_TIME));
      Core core =
          new Core(
              ports(
                  store,
                  files.store(),
                  presence,
                  push.pushing(),
                  cluster.bus(),
                  bells,
                  expiryBell,
                  outbound),
              chat,
              limits(config),
              InstantSource.system(),
              Ticker.systemTicker(),
              registry);
      Doors doors = Doors.open(config, chat.live(), store, core, cluster.bus(), registry);
      Thread.ofVirtual().name("couriers").start(() -> cluster.workForAll(core));
      core.startClocks();
      return new ParleyServer(cluster, store, presence, files, push, outbound, core, doors);
    } catch (RuntimeException e) {
      push.close();
      presence.close();
      store.close();
      cluster.close();
      throw e;
    }
  }

  private static SqlStore openStore(
      ServerConfig config,
      NodeCluster cluster,
      CommitListener listener,
      PrometheusMeterRegistry registry) {
    try {
      return config
          .database()
          .map(database -> PostgresStore.open(database, cluster.sharing(), listener, registry))
          .orElseGet(() -> SqliteStore.open(config.data(), listener, registry));
    } catch (StoreException e) {
      cluster.close();
      throw new ConfigException(String.valueOf(e.getMessage()));
    }
  }

  private static Ports ports(
      SqlStore store,
      FileStore fileStore,
      NodePresence presence,
      Pushing pushing,
      Bus bus,
      RoomBells bells,
      ExpiryBell expiryBell,
      Outbound outbound) {
    return new Ports(
        store.log(),
        store.rooms(),
        store.invites(),
        store.reports(),
        store.hooks(),
        store.outgoing(),
        store.slashCommands(),
        bells,
        outbound,
        store.arrivals(),
        store.readMarks(),
        store.notifyLevels(),
        store.files(),
        fileStore,
        store.preferences(),
        pushing,
        store.drafts(),
        store.schedule(),
        store.expiries(),
        expiryBell,
        presence.alarm(),
        presence.board(),
        store.search(),
        store.accounts(),
        store.bots(),
        store.sessions(),
        bus);
  }

  private static Limits limits(ServerConfig config) {
    return config.limits()
        ? new RateLimits(LimitsConfig.defaults(), Ticker.systemTicker())
        : new NoLimits();
  }

  /** Where clients connect, without a slash at the end. */
  String url() {
    return doors.url();
  }

  /** Where operators look, without a slash at the end. */
  String adminUrl() {
    return doors.adminUrl();
  }

  /** Sends clients away to come back, finishes what was begun, and closes. */
  @Override
  public void close() {
    doors.close();
    core.close();
    files.close();
    push.close();
    outbound.close();
    presence.close();
    store.close();
    cluster.close();
  }
}
