package im.parley.edge.server;

/**
 * Where a server listens and how much it holds.
 *
 * @param host the address to bind, a name or a number
 * @param port the TCP port; 0 asks the system for a free one
 * @param transport how sockets are read and written
 * @param eventLoops how many threads carry the connections
 * @param maxConnections how many connections may be open at once; one more is refused
 */
public record ServerSettings(
    String host, int port, Transport transport, int eventLoops, int maxConnections) {

  /** Leaves room for the store's files below the usual limit of descriptors. */
  public static final int DEFAULT_MAX_CONNECTIONS = 15_000;

  public ServerSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0 to 65535: " + port);
    }
    if (eventLoops < 1) {
      throw new IllegalArgumentException("eventLoops must be at least 1: " + eventLoops);
    }
    if (maxConnections < 1) {
      throw new IllegalArgumentException("maxConnections must be at least 1: " + maxConnections);
    }
  }

  /** A server for clients: an event loop a processor. */
  public static ServerSettings of(String host, int port) {
    return new ServerSettings(
        host,
        port,
        Transport.best(),
        Runtime.getRuntime().availableProcessors(),
        DEFAULT_MAX_CONNECTIONS);
  }

  /** A small server for the people who run this one: a single event loop. */
  public static ServerSettings admin(String host, int port, Transport transport) {
    return new ServerSettings(host, port, transport, 1, 64);
  }
}
