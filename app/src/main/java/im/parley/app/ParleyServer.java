package im.parley.app;

import com.github.benmanes.caffeine.cache.Ticker;
import im.parley.app.config.ConfigException;
import im.parley.app.config.ServerConfig;
import im.parley.cluster.local.LocalBus;
import im.parley.core.Core;
import im.parley.core.CoreConfig;
import im.parley.core.Ports;
import im.parley.core.file.FileConfig;
import im.parley.core.file.FileStore;
import im.parley.core.limit.Limits;
import im.parley.core.limit.LimitsConfig;
import im.parley.core.limit.NoLimits;
import im.parley.core.limit.RateLimits;
import im.parley.core.live.Announcer;
import im.parley.core.presence.PresenceBoard;
import im.parley.store.StoreException;
import im.parley.store.disk.DiskFileStore;
import im.parley.store.sqlite.SqliteStore;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;

/** One running server: the store, the chat on it, and the doors to the chat. */
final class ParleyServer implements AutoCloseable {

  private static final int UPLOADS_AT_A_TIME = 4;

  private final SqliteStore store;
  private final NodePresence presence;
  private final NodeFiles files;
  private final Core core;
  private final Doors doors;

  private ParleyServer(
      SqliteStore store, NodePresence presence, NodeFiles files, Core core, Doors doors) {
    this.store = store;
    this.presence = presence;
    this.files = files;
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
      FileStore fileStore = DiskFileStore.open(config.data().resolve("files"));
      CoreConfig chat =
          CoreConfig.defaults()
              .with(new FileConfig(config.fileLimit(), config.fileQuota(), UPLOADS_AT_A_TIME));
      Core core =
          new Core(
              ports(store, fileStore, presence.board(), bus),
              chat,
              limits(config),
              InstantSource.system(),
              Ticker.systemTicker(),
              registry);
      Doors doors = Doors.open(config, chat.live(), store, core, bus, registry);
      return new ParleyServer(
          store, presence, new NodeFiles(store.files(), fileStore), core, doors);
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

  private static Ports ports(
      SqliteStore store, FileStore fileStore, PresenceBoard presence, LocalBus bus) {
    return new Ports(
        store.log(),
        store.rooms(),
        store.invites(),
        store.arrivals(),
        store.readMarks(),
        store.notifyLevels(),
        store.files(),
        fileStore,
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
    files.close();
    presence.close();
    store.close();
  }
}
