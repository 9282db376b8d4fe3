package im.parley.cluster.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One server of Redis: a connection to it that listens and one that speaks. */
final class OneRedis implements RedisLink {

  private static final Set<String> BEATS = Set.of(Channels.NODES);

  private final RedisDialer dialer;
  private final StatefulRedisPubSubConnection<String, byte[]> listening;
  private final StatefulRedisConnection<String, byte[]> speaking;

  /** Whether connections end because this node does, which is no loss. */
  private volatile boolean ending;

  /**
   * Connects.
   *
   * @throws RedisException if Redis cannot be reached, or does not let this server in
   */
  OneRedis(RedisDialer dialer) {
    this.dialer = dialer;
    try {
      this.speaking = dialer.speak();
      this.listening = dialer.listen();
    } catch (io.lettuce.core.RedisException e) {
      throw dialer.unusable(Failures.told(dialer.places().getFirst(), e));
    }
    speaking.setAutoFlushCommands(false);
  }

  @Override
  public void start(Listener listener) {
    listening.addListener(new ServerEars(listener));
    listening.addListener(new Watch(listener));
    found(listener);
  }

  private void found(Listener listener) {
    listen(BEATS);
    listener.found(BEATS);
  }

  @Override
  public void listen(Collection<String> channels) {
    Channels.portions(channels)
        .forEach(some -> listening.async().subscribe(some).whenComplete(OneRedis::forget));
  }

  @Override
  public void ignore(String channel) {
    listening.async().unsubscribe(channel).whenComplete(OneRedis::forget);
  }

  @Override
  public CompletionStage<Long> say(String channel, byte[] message) {
    return speaking.async().publish(channel, message);
  }

  @Override
  public CompletionStage<Long> ask(String channel, byte[] message) {
    CompletionStage<Long> asked = say(channel, message);
    flush();
    return asked;
  }

  @Override
  public void sayToNodes(byte[] message) {
    say(Channels.NODES, message).whenComplete(OneRedis::forget);
  }

  @Override
  public void beat(byte[] message) {
    sayToNodes(message);
    flush();
  }

  /** All nodes are at this server, and nowhere else. */
  @Override
  public boolean isSettled() {
    return true;
  }

  @Override
  public void keep(String key, String field, byte[] value, Duration lasts) {
    speaking.async().hset(key, field, value).whenComplete(OneRedis::forget);
    speaking.async().pexpire(key, lasts).whenComplete(OneRedis::forget);
  }

  @Override
  public void drop(String key, String field) {
    speaking.async().hdel(key, field).whenComplete(OneRedis::forget);
  }

  @Override
  public CompletionStage<Map<String, byte[]>> fields(String key) {
    return speaking.async().hgetall(key);
  }

  @Override
  public void flush() {
    speaking.flushCommands();
  }

  /** What could not be said is said again, in some other way, when the connection is back. */
  private static void forget(@Nullable Object answer, @Nullable Throwable failure) {}

  @Override
  public void close() {
    ending = true;
    dialer.close();
  }

  /** Watches the connection that listens. */
  private final class Watch implements RedisConnectionStateListener {

    private final Listener listener;

    Watch(Listener listener) {
      this.listener = listener;
    }

    @Override
    public void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress address) {
      found(listener);
    }

    @Override
    public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
      if (!ending) {
        listener.lost();
      }
    }
  }
}
