package im.parley.core.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.core.outbound.AddressGuard.Reach;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "2130706433", // 127.0.0.1 as one number
        "127.1",
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "[::1]",
        "::",
        "::ffff:127.0.0.1",
        "[::ffff:169.254.169.254]",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
        "2001:db8::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "ff02::1",
        "localhost"
      })
  void refusesWhatIsNotPublic(String host) {
    assertThatThrownBy(() -> new AddressGuard(Reach.PUBLIC).resolve(host))
        .isInstanceOf(AddressRefusedException.class)
        .hasMessage("The address of the host is not public");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.1",
        "100.128.0.1",
        "172.32.0.1",
        "192.167.255.255",
        "223.255.255.255",
        "2606:4700:4700::1111",
        "[2a00:1450::1]",
        "::ffff:1.1.1.1"
      })
  void findsWhatIsPublic(String host) throws Exception {
    assertThat(new AddressGuard(Reach.PUBLIC).resolve(host)).isEqualTo(InetAddress.getByName(host));
  }

  @Test
  void refusesNameOfWhichOneAddressIsPrivate() {
    InetAddress[] both = {InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("10.0.0.1")};
    assertThatThrownBy(() -> new AddressGuard(Reach.PUBLIC, _ -> both).resolve("two.example"))
        .isInstanceOf(AddressRefusedException.class)
        .hasMessage("The address of the host is not public");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void refusesNoHost(String host) {
    assertThatThrownBy(() -> new AddressGuard(Reach.ANYWHERE).resolve(host))
        .isInstanceOf(AddressRefusedException.class)
        .hasMessage("There is no host");
  }

  @Test
  void refusesNameWithoutAddress() {
    AddressGuard guard =
        new AddressGuard(
            Reach.PUBLIC,
            host -> {
              throw new UnknownHostException(host);
            });
    assertThatThrownBy(() -> guard.resolve("nowhere.example"))
        .isInstanceOf(AddressRefusedException.class)
        .hasMessage("The host has no address");
  }

  @Test
  void letsThroughAnywhereWhenToldSo() throws Exception {
    assertThat(new AddressGuard(Reach.ANYWHERE).resolve("127.0.0.1").isLoopbackAddress()).isTrue();
  }
}
