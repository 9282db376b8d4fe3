package im.parley.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPolicyTest {

  private static final Set<String> FRIENDS = Set.of("https://friend.example");

  private static HttpHeaders from(String origin, String host) {
    return new DefaultHttpHeaders().set("Host", host).set("Origin", origin);
  }

  @ParameterizedTest
  @CsvSource({
    "http://chat.example,chat.example,true",
    "http://chat.example,chat.example:80,true",
    "http://chat.example:80,chat.example,true",
    "http://chat.example,CHAT.example,true",
    "http://127.0.0.1:8080,127.0.0.1:8080,true",
    "http://[::1]:8080,[::1]:8080,true",
    "https://friend.example,chat.example,true",
    "https://friend.example:443,chat.example,true",
    "http://friend.example,chat.example,false",
    "https://friend.example.evil,chat.example,false",
    "https://evil.friend.example,chat.example,false",
    "https://friend.example:8443,chat.example,false",
    "https://chat.example,chat.example,false",
    "http://chat.example:8080,chat.example,false",
    "http://chat.example.evil,chat.example,false",
    "http://evilchat.example,chat.example,false",
    "http://chat.example@evil,chat.example,false",
    "http://chat.example/,chat.example,false",
    "null,chat.example,false",
    "ws://chat.example,chat.example,false",
    "'http://chat.example http://evil.example',chat.example,false",
  })
  void directlyItIsTheHostOfTheRequest(String origin, String host, boolean allowed) {
    assertThat(OriginPolicy.direct(FRIENDS).allows(from(origin, host))).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "https://chat.example,true",
    "https://chat.example:443,true",
    "https://friend.example,true",
    "http://chat.example,false",
    "http://internal:8080,false",
    "https://internal:8080,false",
  })
  void behindAProxyItIsThePublicOrigin(String origin, boolean allowed) {
    OriginPolicy policy = OriginPolicy.behind("https://chat.example", FRIENDS);
    assertThat(policy.allows(from(origin, "internal:8080"))).isEqualTo(allowed);
  }

  @Test
  void whoIsNoPageMayCome() {
    HttpHeaders headers = new DefaultHttpHeaders().set("Host", "chat.example");
    assertThat(OriginPolicy.direct(Set.of()).allows(headers)).isTrue();
  }

  @Test
  void twoOriginsAreNone() {
    HttpHeaders headers = from("http://chat.example", "chat.example");
    headers.add("Origin", "http://chat.example");
    assertThat(OriginPolicy.direct(Set.of()).allows(headers)).isFalse();
  }

  @Test
  void onlyHttpsIsSecure() {
    assertThat(OriginPolicy.direct(Set.of()).isSecure()).isFalse();
    assertThat(OriginPolicy.behind("http://chat.example", Set.of()).isSecure()).isFalse();
    assertThat(OriginPolicy.behind("https://chat.example", Set.of()).isSecure()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat.example", "*", "https://chat.example/", "ftp://chat.example", ""})
  void settingsThatNameNoOriginAreRefused(String origin) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OriginPolicy.behind(origin, Set.of()))
        .withMessageContaining("http");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OriginPolicy.direct(Set.of(origin)))
        .withMessageContaining("http");
  }
}
