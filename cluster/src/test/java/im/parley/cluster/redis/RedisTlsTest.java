package im.parley.cluster.redis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.cluster.contract.RecordingListener;
import im.parley.cluster.contract.SharedLog;
import im.parley.cluster.fixture.RedisProgram;
import im.parley.cluster.fixture.RedisServer;
import im.parley.protocol.event.Signal;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS to a Redis that asks for passwords. */
class RedisTlsTest {

  private static final RoomId ROOM = new RoomId("r1");
  private static final Signal TYPING = new Signal.Typing(new UserId("ada"), true);

  /** What a user of Redis needs, as operators are told. */
  private static final String RIGHTS =
      "~parley:* resetchannels &parley:* +@connection +@pubsub +hset +hdel +hgetall +pexpire +info"
          + " +cluster|slots +cluster|info";

  @TempDir private static Path directory;
  private static RedisServer redis;
  private static Certificate certificate;
  private static TlsWire wire;

  @BeforeAll
  static void start() throws Exception {
    redis =
        RedisServer.start(
            RedisProgram.bundled(),
            Stream.of("--requirepass letmein --user parley on >let@me:in", RIGHTS)
                .flatMap(words -> Stream.of(words.split(" ")))
                .toList());
    certificate = Certificate.of("localhost", directory);
    wire = new TlsWire(certificate, redis.port());
  }

  @AfterAll
  static void stop() throws Exception {
    wire.close();
    redis.close();
  }

  private static RedisBus join(String who, String host, Path authority) {
    String url = "rediss://" + who + "@" + host + ":" + wire.port() + "?ca=" + authority;
    return RedisBus.join(RedisAddress.of(url), new SimpleMeterRegistry());
  }

  @Test
  void usersAndPasswordsComeInOverTls() throws Exception {
    RecordingListener listener = new RecordingListener();
    try (RedisBus speaking = join(":letmein", "localhost", certificate.pem());
        RedisBus hearing = join("parley:let%40me%3Ain", "localhost", certificate.pem())) {
      speaking.listen(new RecordingListener(), new SharedLog());
      hearing.listen(listener, new SharedLog());
      hearing.follow(ROOM).get(10, TimeUnit.SECONDS);
      listener.awaitNews(
          new RecordingListener.Signalled(ROOM, TYPING), () -> speaking.signal(ROOM, TYPING));
    }
  }

  @Test
  void aWrongPasswordIsRefusedAndNotRepeated() {
    assertRefused("parley:wrongword", "localhost", certificate.pem())
        .hasMessageContaining("WRONGPASS")
        .hasMessageNotContaining("wrongword");
  }

  @Test
  void aCertificateMustBeOfTheAuthorityThatIsNamed() throws Exception {
    Path other = Certificate.of("other.example", directory).pem();
    assertRefused(":letmein", "localhost", other)
        .hasMessageContaining("name the authority's file")
        .hasMessageNotContaining("letmein");
    String withoutAuthority = "rediss://:letmein@localhost:" + wire.port();
    assertThatThrownBy(() -> RedisLink.open(RedisAddress.of(withoutAuthority)))
        .isInstanceOf(RedisException.class)
        .hasMessageContaining("name the authority's file");
  }

  @Test
  void aCertificateMustBeOfTheHost() {
    assertRefused(":letmein", "127.0.0.1", certificate.pem())
        .hasMessageContaining("shows a certificate of another host: name the host as");
  }

  @Test
  void aFileWithoutCertificatesIsNamed() throws Exception {
    Path missing = directory.resolve("missing.pem");
    assertRefused(":letmein", "localhost", missing).hasMessageContaining(missing.toString());
    Path noise = Files.writeString(directory.resolve("noise.pem"), "noise");
    assertRefused(":letmein", "localhost", noise).hasMessageContaining(noise.toString());
    Path empty = Files.createFile(directory.resolve("empty.pem"));
    assertRefused(":letmein", "localhost", empty).hasMessageContaining("holds no certificate");
  }

  @Test
  void aServerWithoutTlsIsRefused() {
    String url = "rediss://:letmein@localhost:" + redis.port();
    assertThatThrownBy(() -> RedisLink.open(RedisAddress.of(url)))
        .isInstanceOf(RedisException.class)
        .hasMessageContaining("cannot be used: localhost:" + redis.port());
  }

  @Test
  void severalServersMustBeOfOneCluster() {
    String url = "rediss://:letmein@localhost:1,localhost:" + wire.port();
    Path authority = certificate.pem();
    assertThatThrownBy(() -> RedisLink.open(RedisAddress.of(url + "?ca=" + authority)))
        .isInstanceOf(RedisException.class)
        .hasMessageContaining("is in no cluster");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      String who, String host, Path authority) {
    return assertThatThrownBy(() -> join(who, host, authority)).isInstanceOf(RedisException.class);
  }
}
