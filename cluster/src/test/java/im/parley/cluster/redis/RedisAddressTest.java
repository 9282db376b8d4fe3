package im.parley.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {

  @Test
  void oneServer() {
    RedisAddress address = RedisAddress.of("redis://redis.example/2");
    assertThat(address).hasToString("redis://redis.example:6379");
    assertThat(address.servers().getFirst().getDatabase()).isEqualTo(2);
    assertThat(address.servers().getFirst().isSsl()).isFalse();
    assertThat(address.authority()).isEmpty();
  }

  @Test
  void severalServersAndAnAuthority() {
    RedisAddress address =
        RedisAddress.of(
            "rediss://parley:a%2Cb%40c@a.example:1,[::1]:2,c.example?timeout=7s&ca=/etc/a%20b.pem");
    assertThat(address).hasToString("rediss://a.example:1,[::1]:2,c.example:6379");
    assertThat(address.authority()).contains(Path.of("/etc/a b.pem"));
    assertThat(address.servers())
        .allSatisfy(server -> {
          assertThat(server.isSsl()).isTrue();
          assertThat(server.getTimeout()).hasSeconds(7);
        });
  }

  @Test
  void anotherServerIsEnteredInTheSameWay() {
    RedisAddress address = RedisAddress.of("rediss://parley:secret@a.example:1");
    var other = address.of(new Place("b.example", 2));
    assertThat(other.getHost()).isEqualTo("b.example");
    assertThat(other.getPort()).isEqualTo(2);
    assertThat(other.isSsl()).isTrue();
    assertThat(other.getVerifyMode()).isEqualTo(address.servers().getFirst().getVerifyMode());
    assertThat(other.getCredentialsProvider())
        .isEqualTo(address.servers().getFirst().getCredentialsProvider());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis.example",
        "http://:secret@redis.example",
        "redis://:secret@a.example,,b.example",
        "redis://:secret@a.example:port",
        "redis://:se cret@a.example",
        "redis://:secret%@a.example",
        "redis://:secret@a.example?ca=/etc/ca.pem"
      })
  void whatIsNoAddressIsNotRepeated(String text) {
    assertThatThrownBy(() -> RedisAddress.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }
}
