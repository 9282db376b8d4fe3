package im.parley.cluster.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.EpollProvider;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The connections to Redis: one that listens and one that speaks. They come back by themselves;
 * meanwhile what is said fails at once, and is not said later.
 */
final class RedisLink implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(2);

  /** The longest pause between two tries to come back. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** After so long without an acknowledgement a connection is given up, where that can be set. */
  private static final Duration UNACKNOWLEDGED = Duration.ofSeconds(10);

  /** So much may be waiting for an answer of Redis; more fails at once. */
  private static final int MAX_WAITING = 20_000;

  private final ClientResources resources;
  private final RedisClient client;
  private final StatefulRedisPubSubConnection<String, byte[]> listening;
  private final StatefulRedisConnection<String, byte[]> speaking;

  /** Who listens. Called on a thread of the link; may not block. */
  interface Listener {

    /** Something was said on a channel. */
    void said(String channel, byte[] message);

    /** From now on what is said on a channel is heard. */
    void hears(String channel);

    /** The connection that listens is lost. */
    void lost();

    /** It is there again; what was listened to must be asked for again. */
    void found();
  }

  /**
   * Connects.
   *
   * @throws RedisException if Redis cannot be reached, or does not let this server in
   */
  RedisLink(RedisAddress address, Listener listener) {
    this.resources =
        DefaultClientResources.builder()
            .reconnectDelay(Delay.fullJitter(Duration.ZERO, PAUSE, 50, TimeUnit.MILLISECONDS))
            .build();
    this.client = RedisClient.create(resources, address.uri());
    client.setOptions(options());
    try {
      RedisCodec<String, byte[]> codec = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);
      this.speaking = client.connect(codec);
      this.listening = client.connectPubSub(codec);
    } catch (io.lettuce.core.RedisException e) {
      shutDown();
      Throwable reason = e.getCause() == null ? e : e.getCause();
      throw new RedisException(
          "Redis at " + address + " cannot be used: " + reason.getMessage(), e);
    }
    speaking.setAutoFlushCommands(false);
    listening.addListener(new Ears(listener));
    listening.addListener(new Watch(listener));
  }

  private static ClientOptions options() {
    return ClientOptions.builder()
        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
        .requestQueueSize(MAX_WAITING)
        .socketOptions(
            SocketOptions.builder()
                .connectTimeout(CONNECT)
                .keepAlive(true)
                .tcpUserTimeout(
                    SocketOptions.TcpUserTimeoutOptions.builder()
                        .enable(EpollProvider.isAvailable())
                        .tcpUserTimeout(UNACKNOWLEDGED)
                        .build())
                .build())
        .build();
  }

  /** Asks for what is said on channels; {@link Listener#hears} says when it is so. */
  void listen(Collection<String> channels) {
    listening.async().subscribe(channels.toArray(String[]::new)).whenComplete(RedisLink::forget);
  }

  /** Asks for no more of it. */
  void ignore(String channel) {
    listening.async().unsubscribe(channel).whenComplete(RedisLink::forget);
  }

  /**
   * Says something, with the next {@link #flush}.
   *
   * @return how many nodes heard it; fails when it could not be said
   */
  CompletionStage<Long> say(String channel, byte[] message) {
    return speaking.async().publish(channel, message);
  }

  /** Keeps a field of a hash that lasts so long, with the next {@link #flush}. */
  void keep(String key, String field, byte[] value, Duration lasts) {
    speaking.async().hset(key, field, value).whenComplete(RedisLink::forget);
    speaking.async().pexpire(key, lasts).whenComplete(RedisLink::forget);
  }

  /** Drops a field of a hash, with the next {@link #flush}. */
  void drop(String key, String field) {
    speaking.async().hdel(key, field).whenComplete(RedisLink::forget);
  }

  /** Asks for all fields of a hash, with the next {@link #flush}. */
  CompletionStage<Map<String, byte[]>> fields(String key) {
    return speaking.async().hgetall(key);
  }

  /** Sends everything that was said. */
  void flush() {
    speaking.flushCommands();
  }

  /** What could not be said is said again, in some other way, when the connection is back. */
  private static void forget(@Nullable Object answer, @Nullable Throwable failure) {}

  @Override
  public void close() {
    shutDown();
  }

  private void shutDown() {
    client.shutdown(Duration.ZERO, CONNECT);
    resources.shutdown(0, CONNECT.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
  }

  /** Hears what is said. */
  private static final class Ears extends RedisPubSubAdapter<String, byte[]> {

    private final Listener listener;

    Ears(Listener listener) {
      this.listener = listener;
    }

    @Override
    public void message(String channel, byte[] message) {
      listener.said(channel, message);
    }

    @Override
    public void subscribed(String channel, long count) {
      listener.hears(channel);
    }
  }

  /** Watches the connection that listens. */
  private record Watch(Listener listener) implements RedisConnectionStateListener {

    @Override
    public void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress address) {
      listener.found();
    }

    @Override
    public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
      listener.lost();
    }
  }
}
