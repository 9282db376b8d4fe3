package im.parley.app;

import im.parley.app.config.ConfigException;
import im.parley.app.config.ServerConfig;
import im.parley.cluster.local.LocalBus;
import im.parley.cluster.redis.RedisAddress;
import im.parley.cluster.redis.RedisBus;
import im.parley.cluster.redis.RedisException;
import im.parley.core.live.NodeBus;
import im.parley.core.presence.NoOtherNodes;
import im.parley.core.presence.OtherNodes;
import im.parley.store.postgres.Sharing;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What this node is among others.
 *
 * @param bus the way to whoever is there now, on any node
 * @param others where people are who are not here
 * @param sharing whether others write to the database
 * @param farewell what is done when the node ends
 */
record NodeCluster(NodeBus bus, OtherNodes others, Sharing sharing, Runnable farewell)
    implements AutoCloseable {

  /**
   * Joins the others, if there may be any.
   *
   * @throws ConfigException if they cannot be joined
   */
  static NodeCluster join(ServerConfig config, MeterRegistry registry) {
    return config
        .redis()
        .map(redis -> over(redis, registry))
        .orElseGet(() ->
            new NodeCluster(new LocalBus(), new NoOtherNodes(), Sharing.ONE_SERVER, () -> {}));
  }

  private static NodeCluster over(RedisAddress redis, MeterRegistry registry) {
    try {
      RedisBus bus = RedisBus.join(redis, registry);
      return new NodeCluster(bus, bus.otherNodes(), Sharing.MANY_SERVERS, bus::close);
    } catch (RedisException e) {
      throw new ConfigException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    farewell.run();
  }
}
