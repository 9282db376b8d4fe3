package im.parley.core.outbound;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** The blocks that are not for the public Internet: RFC 6890 and the IANA registries it began. */
final class SpecialAddresses {

  static final List<Block> IPV4 =
      blocks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // shared by carriers
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local, and the metadata of clouds
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocols
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/3"); // multicast, reserved, broadcast

  /** Only 2000::/3 is global unicast so far; within it, what hides another address is special. */
  static final List<Block> IPV6 =
      blocks(
          "::/3", // loopback, unspecified, IPv4-compatible, NAT64
          "4000::/2", // unassigned
          "8000::/1", // unassigned, unique local, link-local, multicast
          "2001::/23", // protocols, Teredo
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4
          "3fff::/20"); // documentation

  private SpecialAddresses() {}

  private static List<Block> blocks(String... blocks) {
    return Stream.of(blocks).map(Block::of).toList();
  }

  /**
   * Addresses that begin alike.
   *
   * @param start the first of them
   * @param bits how many of its leading bits they share
   * @param length of an address, in bytes
   */
  record Block(BigInteger start, int bits, int length) {

    static Block of(String notation) {
      int slash = notation.indexOf('/');
      byte[] start = InetAddress.ofLiteral(notation.substring(0, slash)).getAddress();
      return new Block(
          new BigInteger(1, start), Integer.parseInt(notation.substring(slash + 1)), start.length);
    }

    boolean contains(byte[] address) {
      int rest = Byte.SIZE * length - bits;
      return address.length == length
          && new BigInteger(1, address).shiftRight(rest).equals(start.shiftRight(rest));
    }
  }
}
