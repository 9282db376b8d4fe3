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
import im.parley.core.log.CommitListener;
import im.parley.core.presence.PresenceBoard;
import im.parley.core.push.PostedQueue;
import im.parley.core.push.PushConfig;
import im.parley.core.push.Pushing;
import im.parley.store.StoreException;
import im.parley.store.sqlite.SqliteStore;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;

/** One running server: the store, the chat on it, and the doors to the chat. */
final class ParleyServer implements AutoCloseable {

  private final SqliteStore store;
  private final NodePresence presence;
  private final NodePush push;
  private final Core core;
  private final Doors doors;

  private ParleyServer(
      SqliteStore store, NodePresence presence, NodePush push, Core core, Doors doors) {
    this.store = store;
    this.presence = presence;
    this.push = push;
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
    PostedQueue posted = new PostedQueue(PushConfig.defaults());
    SqliteStore store = openStore(config, everyCommit(new Announcer(bus), posted), registry);
    NodePresence presence = new NodePresence(store, bus);
    NodePush push = NodePush.start(posted, store, presence.board(), config.push(), registry);
    try {
      CoreConfig chat = CoreConfig.defaults();
      Core core =
          new Core(
              ports(store, presence.board(), push.pushing(), bus),
              chat,
              limits(config),
              InstantSource.system(),
              Ticker.systemTicker(),
              registry);
      return new ParleyServer(
          store, presence, push, core, Doors.open(config, chat.live(), store, core, bus, registry));
    } catch (RuntimeException e) {
      push.close();
      presence.close();
      store.close();
      throw e;
    }
  }

  private static CommitListener everyCommit(CommitListener first, CommitListener second) {
    return events -> {
      first.committed(events);
      second.committed(events);
    };
  }

  private static SqliteStore openStore(
      ServerConfig config, CommitListener listener, PrometheusMeterRegistry registry) {
    try {
      return SqliteStore.open(config.data(), listener, registry);
    } catch (StoreException e) {
      throw new ConfigException(String.valueOf(e.getMessage()));
    }
  }

  private static Ports ports(
      SqliteStore store, PresenceBoard presence, Pushing pushing, LocalBus bus) {
    return new Ports(
        store.log(),
        store.rooms(),
        store.invites(),
        store.arrivals(),
        store.readMarks(),
        store.notifyLevels(),
        store.preferences(),
        pushing,
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
    push.close();
    presence.close();
    store.close();
  }
}
