package im.parley.cluster.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server of a Redis Cluster, and a connection that speaks to it, which does not come back. */
record ClusterServer(Place place, StatefulRedisConnection<String, byte[]> speaking) {

  /** A server that says nothing for so long cannot be used. */
  private static final Duration ANSWER = Nodes.SILENCE;

  private static final Pattern MAJOR = Pattern.compile("(?m)^redis_version:(\\d+)\\.");

  /** The first version that carries channels by their slot. */
  private static final int CARRIES_BY_SLOT = 7;

  /** What a server says of the cluster, and how it carries what is said. */
  record Report(ClusterMap map, Carrying carrying) {}

  static CompletionStage<ClusterServer> connect(RedisDialer dialer, Place place) {
    return dialer
        .speak(place)
        .thenApply(connection -> {
          connection.setAutoFlushCommands(false);
          return new ClusterServer(place, connection);
        });
  }

  /** Asks for its report; fails when the cluster is down or not complete, as far as it knows. */
  CompletableFuture<Report> report() {
    RedisAsyncCommands<String, byte[]> commands = speaking.async();
    CompletableFuture<Report> report =
        commands
            .clusterSlots()
            .thenApply(slots -> ClusterMap.read(slots, place))
            .thenCombine(commands.clusterInfo(), ClusterServer::ifUp)
            .thenCombine(commands.info("server"), (map, info) -> new Report(map, carrying(info)))
            .toCompletableFuture()
            .orTimeout(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    speaking.flushCommands();
    return report;
  }

  private static ClusterMap ifUp(ClusterMap map, String info) {
    if (!info.contains("cluster_state:ok")) {
      throw new RedisException("the cluster is down");
    }
    return map;
  }

  private static Carrying carrying(String info) {
    Matcher major = MAJOR.matcher(info);
    return major.find() && Integer.parseInt(major.group(1)) >= CARRIES_BY_SLOT
        ? Carrying.BY_SLOT
        : Carrying.AT_ONE_MASTER;
  }

  CompletionStage<Void> close() {
    return speaking.closeAsync();
  }
}
