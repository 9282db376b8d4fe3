package im.parley.cluster.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.EpollProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes connections to servers of Redis, and tells plainly why it cannot. Safe to share. */
final class RedisDialer implements AutoCloseable {

  private static final RedisCodec<String, byte[]> CODEC =
      RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

  private static final Duration CONNECT = Duration.ofSeconds(2);

  /** A server that does not speak TLS may say nothing at all. */
  private static final Duration HANDSHAKE = Duration.ofSeconds(5);

  /** The longest pause between two tries to come back. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** After so long without an acknowledgement a connection is given up, where that can be set. */
  private static final Duration UNACKNOWLEDGED = Duration.ofSeconds(10);

  /** So much may be waiting for an answer of Redis; more fails at once. */
  private static final int MAX_WAITING = 20_000;

  /** As above, where every slot may have to be asked for by itself, several times over. */
  private static final int MAX_WAITING_OF_CLUSTER = 4 * SlotHash.SLOT_COUNT;

  private static final Pattern MODE = Pattern.compile("(?m)^redis_mode:(\\w+)");

  private final RedisAddress address;
  private final ClientResources resources;

  /** Its connections come back by themselves. */
  private final RedisClient lasting;

  /** Its connections do not. */
  private final RedisClient passing;

  /** What a server is. */
  enum Kind {
    ALONE,
    CLUSTER
  }

  /**
   * Connects to nothing yet.
   *
   * @throws RedisException if the certificates of the address cannot be read
   */
  RedisDialer(RedisAddress address) {
    this.address = address;
    ClientOptions options = options(address);
    this.resources =
        DefaultClientResources.builder()
            .reconnectDelay(Delay.fullJitter(Duration.ZERO, PAUSE, 50, TimeUnit.MILLISECONDS))
            .build();
    this.lasting = RedisClient.create(resources);
    this.passing = RedisClient.create(resources);
    lasting.setOptions(options);
    passing.setOptions(
        options.mutate().autoReconnect(false).requestQueueSize(MAX_WAITING_OF_CLUSTER).build());
  }

  private static ClientOptions options(RedisAddress address) {
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
        .sslOptions(sslOptions(address))
        .build();
  }

  /** The file is read again for each connection, so an authority may come in before it serves. */
  private static SslOptions sslOptions(RedisAddress address) {
    SslOptions.Builder options = SslOptions.builder().handshakeTimeout(HANDSHAKE);
    address
        .authority()
        .ifPresent(file -> {
          checkHasCertificates(file);
          options.trustManager(file.toFile());
        });
    return options.build();
  }

  private static void checkHasCertificates(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      if (CertificateFactory.getInstance("X.509").generateCertificates(bytes).isEmpty()) {
        throw new RedisException("The file " + file + " holds no certificate");
      }
    } catch (IOException | CertificateException e) {
      throw new RedisException("No certificate in PEM can be read from the file " + file, e);
    }
  }

  /** Where the servers are that the address names. */
  List<Place> places() {
    return address.servers().stream().map(Place::of).toList();
  }

  /**
   * What is there; the first server that answers tells.
   *
   * @throws RedisException if none does
   */
  Kind kind() {
    List<String> failures = new ArrayList<>();
    for (RedisURI server : address.servers()) {
      try {
        return kind(server);
      } catch (io.lettuce.core.RedisException e) {
        failures.add(Failures.told(Place.of(server), e));
      }
    }
    throw unusable(String.join("; ", failures));
  }

  private Kind kind(RedisURI server) {
    RedisURI withoutDatabase = RedisURI.builder(server).withDatabase(0).build();
    try (var connection = passing.connect(CODEC, withoutDatabase)) {
      Matcher mode = MODE.matcher(connection.sync().info("server"));
      return switch (mode.find() ? mode.group(1) : "unknown") {
        case "standalone" -> alone();
        case "cluster" -> cluster(server);
        case String other -> throw unusable("it is no server of data, but of the kind " + other);
      };
    }
  }

  private Kind alone() {
    if (address.servers().size() > 1) {
      throw unusable("several servers are named, but the first that answers is in no cluster");
    }
    return Kind.ALONE;
  }

  private Kind cluster(RedisURI server) {
    if (server.getDatabase() != 0) {
      throw unusable("it is a cluster, which has no databases: name none");
    }
    return Kind.CLUSTER;
  }

  /** A connection that speaks, to the one server of the address; it comes back by itself. */
  StatefulRedisConnection<String, byte[]> speak() {
    return lasting.connect(CODEC, address.servers().getFirst());
  }

  /** A connection that listens, to the one server of the address; it comes back by itself. */
  StatefulRedisPubSubConnection<String, byte[]> listen() {
    return lasting.connectPubSub(CODEC, address.servers().getFirst());
  }

  /** A connection that speaks, to a server of the cluster; it does not come back. */
  CompletionStage<StatefulRedisConnection<String, byte[]>> speak(Place place) {
    return passing.connectAsync(CODEC, address.of(place));
  }

  /** A connection that listens, to a server of the cluster; it does not come back. */
  CompletionStage<StatefulRedisPubSubConnection<String, byte[]>> listen(Place place) {
    return passing.connectPubSubAsync(CODEC, address.of(place));
  }

  /** That Redis cannot be used, and why. */
  RedisException unusable(String reason) {
    return new RedisException("Redis at " + address + " cannot be used: " + reason);
  }

  /** Ends all connections that it made. */
  @Override
  public void close() {
    lasting.shutdown(Duration.ZERO, CONNECT);
    passing.shutdown(Duration.ZERO, CONNECT);
    resources.shutdown(0, CONNECT.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
  }
}
