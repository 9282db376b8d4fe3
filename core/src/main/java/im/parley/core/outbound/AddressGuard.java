package im.parley.core.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Keeps users from sending the server to places that only the server reaches: itself, its network,
 * a cloud's metadata service. A name may lead elsewhere at the next look, so whoever connects must
 * use the very address that was checked here, and must not follow redirects.
 */
public final class AddressGuard {

  /** How far the server may be sent. */
  public enum Reach {
    /** To public unicast addresses. */
    PUBLIC,
    /** Anywhere: for a server whose users own its network, and for tests. */
    ANYWHERE
  }

  /** Turns a name into addresses. */
  @FunctionalInterface
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  private final Reach reach;
  private final Resolver resolver;

  /** With the names of this machine. */
  public AddressGuard(Reach reach) {
    this(reach, InetAddress::getAllByName);
  }

  AddressGuard(Reach reach, Resolver resolver) {
    this.reach = reach;
    this.resolver = resolver;
  }

  /**
   * Where to connect for this host. All addresses of a name are checked, so that it does not depend
   * on their order. Waits for the name service: call it on a virtual thread.
   *
   * @param host a name or an address; an IPv6 address with or without brackets
   * @throws AddressRefusedException for a name that nobody knows, and for one of whose addresses
   *     the server must not connect to
   */
  public InetAddress resolve(String host) throws AddressRefusedException {
    List<InetAddress> addresses = addresses(host);
    if (reach == Reach.PUBLIC
        && !addresses.stream().allMatch(address -> isPublic(address.getAddress()))) {
      throw new AddressRefusedException("The address of the host is not public");
    }
    return addresses.getFirst();
  }

  private List<InetAddress> addresses(String host) throws AddressRefusedException {
    if (host.isBlank()) { // which the machine would take for itself
      throw new AddressRefusedException("There is no host");
    }
    try {
      return List.of(resolver.resolve(host));
    } catch (UnknownHostException _) {
      throw new AddressRefusedException("The host has no address");
    }
  }

  /**
   * Whether an address is public unicast: none of the special ones of RFC 6890 and its registries.
   * An IPv4 address inside an IPv6 one (RFC 4291, section 2.5.5.2) is an IPv4 address to Java.
   */
  private static boolean isPublic(byte[] address) {
    return (address.length == 4 ? SpecialAddresses.IPV4 : SpecialAddresses.IPV6)
        .stream().noneMatch(block -> block.contains(address));
  }
}
