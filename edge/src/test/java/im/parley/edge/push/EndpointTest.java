package im.parley.edge.push;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.core.outbound.AddressGuard;
import im.parley.core.outbound.AddressGuard.Reach;
import im.parley.protocol.error.RefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/push",
        "https://[::1]/push",
        "https://169.254.169.254/latest",
        "https://10.1.2.3:8443/push",
        "https://localhost/push"
      })
  void anAddressThatIsNotPublicIsRefused(String endpoint) {
    assertThatThrownBy(() -> check(endpoint, Reach.PUBLIC))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("'endpoint' must lead to a public address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://1.1.1.1/push",
        "ftp://1.1.1.1/push",
        "https:push",
        "//1.1.1.1/push",
        "https://user@1.1.1.1/push",
        "https://1.1.1.1/push#part",
        "https://1.1.1.1/a b",
        ""
      })
  void whatIsNoHttpsUrlIsRefused(String endpoint) {
    assertThatThrownBy(() -> check(endpoint, Reach.PUBLIC))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("'endpoint' must be the https URL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8080/push", "https://127.0.0.1/push"})
  void anywhereIsAnywhere(String endpoint) {
    assertThatCode(() -> check(endpoint, Reach.ANYWHERE)).doesNotThrowAnyException();
  }

  private static void check(String endpoint, Reach reach) {
    Endpoint.check(endpoint, reach, new AddressGuard(reach));
  }
}
