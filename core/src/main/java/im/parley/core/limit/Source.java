package im.parley.core.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Where somebody comes from, as far as limits go. */
final class Source {

  private static final int IPV6_NETWORK_BYTES = 8;

  private Source() {}

  /** An IPv4 address is itself; of IPv6 it is the /64, which is what one customer is given. */
  static String of(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address ipv6
          ? HexFormat.of().formatHex(ipv6.getAddress(), 0, IPV6_NETWORK_BYTES)
          : address;
    } catch (IllegalArgumentException _) {
      return address;
    }
  }
}
