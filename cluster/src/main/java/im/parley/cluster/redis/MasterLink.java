package im.parley.cluster.redis;

import im.parley.cluster.redis.ClusterServer.Report;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one master of a cluster, one that listens and one that speaks. They do not
 * come back.
 */
final class MasterLink {

  private final ClusterServer server;
  private final Report report;
  private final Carrying carrying;
  private final StatefulRedisPubSubConnection<String, byte[]> listening;

  private MasterLink(
      ClusterServer server,
      Report report,
      Carrying carrying,
      StatefulRedisPubSubConnection<String, byte[]> listening) {
    this.server = server;
    this.report = report;
    this.carrying = carrying;
    this.listening = listening;
    listening.setAutoFlushCommands(false);
  }

  /**
   * Makes the connection that listens.
   *
   * @param server is spoken to
   * @param report what it said of the cluster
   * @param carrying how all of the cluster carry what is said
   */
  static CompletionStage<MasterLink> to(
      ClusterServer server, Report report, Carrying carrying, RedisDialer dialer) {
    return dialer
        .listen(server.place())
        .thenApply(listening -> new MasterLink(server, report, carrying, listening));
  }

  Place place() {
    return server.place();
  }

  /** Has these hear what is said here, and the loss of a connection. */
  void start(RedisLink.Hearer hearer, Runnable lost) {
    listening.addListener(new ServerEars(hearer));
    listening.addListener(new Watch(lost));
    server.speaking().addListener(new Watch(lost));
  }

  /** Whether no connection is lost yet. */
  boolean isOpen() {
    return listening.isOpen() && server.speaking().isOpen();
  }

  /** Asks for channels of one slot; fails when that cannot be. */
  CompletableFuture<Void> listen(Collection<String> channels) {
    List<CompletableFuture<Void>> asked =
        Channels.portions(channels)
            .map(some -> carrying.listen(listening.async(), some))
            .map(CompletionStage::toCompletableFuture)
            .toList();
    return CompletableFuture.allOf(asked.toArray(CompletableFuture<?>[]::new));
  }

  /** Asks for no more of it. */
  CompletionStage<Void> ignore(String channel) {
    return carrying.ignore(listening.async(), channel);
  }

  CompletionStage<Long> say(String channel, byte[] message) {
    return carrying.say(server.speaking().async(), channel, message);
  }

  /** For what is kept here. */
  RedisAsyncCommands<String, byte[]> commands() {
    return server.speaking().async();
  }

  /** Sends everything that was said and asked for. */
  void flush() {
    server.speaking().flushCommands();
    listening.flushCommands();
  }

  /** Fails unless this server says of the cluster what it said at first. */
  CompletableFuture<Void> check() {
    return server.report().handle(this::compare);
  }

  private @Nullable Void compare(@Nullable Report now, @Nullable Throwable failure) {
    if (failure != null) {
      throw new RedisException(Failures.told(place(), failure), failure);
    }
    if (!report.equals(now)) {
      throw new RedisException(place() + " says that slots have moved");
    }
    return null;
  }

  /** Completes when nothing is heard any more. */
  CompletionStage<Void> close() {
    return CompletableFuture.allOf(listening.closeAsync(), server.close().toCompletableFuture());
  }

  /** Watches a connection. */
  private record Watch(Runnable lost) implements RedisConnectionStateListener {

    @Override
    public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
      lost.run();
    }
  }
}
