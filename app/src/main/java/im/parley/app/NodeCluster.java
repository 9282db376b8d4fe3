package im.parley.app;

import im.parley.app.config.ConfigException;
import im.parley.app.config.ServerConfig;
import im.parley.cluster.local.LocalBus;
import im.parley.cluster.redis.RedisAddress;
import im.parley.cluster.redis.RedisBus;
import im.parley.cluster.redis.RedisException;
import im.parley.core.Core;
import im.parley.core.live.NodeBus;
import im.parley.core.presence.NoOtherNodes;
import im.parley.core.presence.OtherNodes;
import im.parley.store.postgres.Database;
import im.parley.store.postgres.PostgresLeadership;
import im.parley.store.postgres.Sharing;
import io.micrometer.core.instrument.MeterRegistry;

/** What this node is among others. */
sealed interface NodeCluster extends AutoCloseable {

  /** The way to whoever is there now, on any node. */
  NodeBus bus();

  /** Where people are who are not here. */
  OtherNodes others();

  /** Whether others write to the database. */
  Sharing sharing();

  /** Does what one node does for all, for as long as it is this one. Waits for the store. */
  void workForAll(Core core);

  /** Leaves the others. */
  @Override
  void close();

  /**
   * Joins the others, if there may be any.
   *
   * @throws ConfigException if they cannot be joined
   */
  static NodeCluster join(ServerConfig config, MeterRegistry registry) {
    return config
        .redis()
        .<NodeCluster>map(redis -> Shared.join(redis, config.database().orElseThrow(), registry))
        .orElseGet(() -> new Alone(new LocalBus(), new NoOtherNodes()));
  }

  /** There is no other. */
  record Alone(NodeBus bus, OtherNodes others) implements NodeCluster {

    @Override
    public Sharing sharing() {
      return Sharing.ONE_SERVER;
    }

    @Override
    public void workForAll(Core core) {
      core.startCouriers();
    }

    @Override
    public void close() {}
  }

  /** Others share the database, and meet over Redis. */
  record Shared(RedisBus bus, PostgresLeadership leadership) implements NodeCluster {

    static Shared join(RedisAddress redis, Database database, MeterRegistry registry) {
      try {
        return new Shared(RedisBus.join(redis, registry), new PostgresLeadership(database));
      } catch (RedisException e) {
        throw new ConfigException(String.valueOf(e.getMessage()));
      }
    }

    @Override
    public OtherNodes others() {
      return bus.otherNodes();
    }

    @Override
    public Sharing sharing() {
      return Sharing.MANY_SERVERS;
    }

    @Override
    public void workForAll(Core core) {
      core.takeTurnsWithCouriers(leadership);
    }

    @Override
    public void close() {
      leadership.close();
      bus.close();
    }
  }
}
