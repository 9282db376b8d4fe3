package im.parley.app;

import com.github.benmanes.caffeine.cache.Ticker;
import im.parley.app.config.ConfigException;
import im.parley.app.config.ServerConfig;
import im.parley.cluster.local.LocalBus;
import im.parley.core.Core;
import im.parley.core.CoreConfig;
import im.parley.core.Ports;
import im.parley.core.limit.Limits;
import im.parley.core.limit.LimitsConfig;
import im.parley.core.limit.NoLimits;
import im.parley.core.limit.RateLimits;
import im.parley.core.live.Announcer;
import im.parley.core.presence.PresenceBoard;
import im.parley.store.StoreException;
import im.parley.store.sqlite.SqliteStore;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;

/** One running server: the store, the chat on it, and the doors to the chat. */
final class ParleyServer implements AutoCloseable {

  private final SqliteStore store;
  private final NodePresence presence;
  private final Core core;
  private final Doors doors;

  private ParleyServer(SqliteStore store, NodePresence presence, Core core, Doors doors) {
    this.store = store;
    this.presence = presence;
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
    LocalBus bus = new LocalBus();
    SqliteStore store = openStore(config, bus, registry);
    NodePresence presence = new NodePresence(store);
    try {
      CoreConfig chat = CoreConfig.defaults();
      Core core =
          new Core(
              ports(store, presence.board(), bus),
              chat,
              limits(config),
              InstantSource.system(),
              Ticker.systemTicker(),
              registry);
      return new ParleyServer(
          store, presence, core, Doors.open(config, chat.live(), store, core, bus, registry));
    } catch (RuntimeException e) {
      presence.close();
      store.close();
      throw e;
    }
  }

  private static SqliteStore openStore(
      ServerConfig config, LocalBus bus, PrometheusMeterRegistry registry) {
    try {
      return SqliteStore.open(config.data(), new Announcer(bus), registry);
    } catch (StoreException e) {
      throw new ConfigException(String.valueOf(e.getMessage()));
    }
  }

  private static Ports ports(SqliteStore store, PresenceBoard presence, LocalBus bus) {
    return new Ports(
        store.log(),
        store.rooms(),
        store.invites(),
        store.arrivals(),
        store.readMarks(),
        store.notifyLevels(),
        store.drafts(),
        presence,
        store.search(),
        store.accounts(),
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
    presence.close();
    store.close();
  }
}
