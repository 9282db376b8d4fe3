package im.parley.app.config;

import im.parley.cluster.redis.RedisAddress;
import im.parley.core.outbound.AddressGuard;
import im.parley.core.outbound.AddressGuard.Reach;
import im.parley.edge.push.HttpPushConfig;
import im.parley.edge.server.Transport;
import im.parley.store.StoreException;
import im.parley.store.postgres.Database;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How this server runs, checked.
 *
 * @param listen where clients connect
 * @param admin where operators look
 * @param origins whose pages may connect, beside this server's own
 * @param publicUrl what browsers call this server, when a proxy stands before it
 * @param data where the embedded database is, and uploaded files are
 * @param database what is used in its place, if anything
 * @param redis where servers that share a database meet, if there are others
 * @param connections how many connections at most
 * @param files where uploaded files are kept, and how many
 * @param transport how sockets are read and written; it works on this machine
 * @param limits whether rates are limited
 * @param push how browsers are reached while they have no connection
 * @param outbound how far users may send the server
 */
public record ServerConfig(
    Address listen,
    Address admin,
    Set<String> origins,
    Optional<URI> publicUrl,
    Path data,
    Optional<Database> database,
    Optional<RedisAddress> redis,
    int connections,
    FileConfig files,
    Transport transport,
    boolean limits,
    HttpPushConfig push,
    AddressGuard.Reach outbound) {

  private static final int MAX_PORT = 65_535;

  /**
   * Somewhere to listen.
   *
   * @param host a name or address
   * @param port 0 asks for a free one
   */
  public record Address(String host, int port) {}

  /**
   * Checks the settings.
   *
   * @throws ConfigException if one has a value that cannot be
   */
  public static ServerConfig of(Settings settings) {
    int port = settings.number(Setting.PORT, 0, MAX_PORT);
    return new ServerConfig(
        new Address(host(settings, Setting.HOST), port),
        new Address(host(settings, Setting.ADMIN_HOST), adminPort(settings, port)),
        origins(settings),
        publicUrl(settings),
        data(settings),
        database(settings),
        redis(settings),
        settings.number(Setting.CONNECTIONS, 1, 10_000_000),
        FileConfig.of(settings),
        transport(settings),
        onOrOff(settings, Setting.LIMITS),
        push(settings),
        outbound(settings));
  }

  private static String host(Settings settings, Setting setting) {
    String host = settings.get(setting);
    if (host.isEmpty()) {
      throw setting.bad("must be an address or the name of a host");
    }
    return host;
  }

  private static int adminPort(Settings settings, int port) {
    if (settings.get(Setting.ADMIN_PORT).equals("auto")) {
      if (port == MAX_PORT) {
        throw Setting.ADMIN_PORT.bad("must be a number: there is no port after " + MAX_PORT);
      }
      return port == 0 ? 0 : port + 1;
    }
    return settings.number(Setting.ADMIN_PORT, 0, MAX_PORT);
  }

  private static Set<String> origins(Settings settings) {
    return Stream.of(settings.get(Setting.ORIGINS).split(","))
        .map(String::strip)
        .filter(origin -> !origin.isEmpty())
        .map(origin -> url(origin, Setting.ORIGINS).toString())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<URI> publicUrl(Settings settings) {
    String value = settings.get(Setting.PUBLIC_URL);
    return value.isEmpty() ? Optional.empty() : Optional.of(url(value, Setting.PUBLIC_URL));
  }

  /** A scheme, a host and perhaps a port, and nothing else: an origin (RFC 6454, section 6.1). */
  static URI url(String value, Setting setting) {
    try {
      URI url = new URI(value.toLowerCase(Locale.ROOT));
      boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (web
          && url.equals(
              new URI(url.getScheme(), null, url.getHost(), url.getPort(), null, null, null))) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Answered below, like a URL with more than that.
    }
    throw setting.bad("must be like https://chat.example.org, with nothing after the host or port");
  }

  private static Path data(Settings settings) {
    try {
      Path data = Path.of(settings.get(Setting.DATA));
      if (!data.toString().isEmpty()) {
        return data;
      }
    } catch (InvalidPathException e) {
      // Answered below, like an empty one.
    }
    throw Setting.DATA.bad("must be the path of a directory");
  }

  private static Optional<Database> database(Settings settings) {
    String value = settings.get(Setting.DATABASE);
    if (value.equals("sqlite")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Database.of(value));
    } catch (StoreException e) {
      throw Setting.DATABASE.bad(
          "must be 'sqlite', or like postgresql://user:password@host:5432/name");
    }
  }

  private static Optional<RedisAddress> redis(Settings settings) {
    String value = settings.get(Setting.REDIS);
    if (value.equals("none")) {
      return Optional.empty();
    }
    if (database(settings).isEmpty()) {
      throw Setting.REDIS.bad("is for servers that share a database: set 'database' as well");
    }
    try {
      return Optional.of(RedisAddress.of(value));
    } catch (IllegalArgumentException e) {
      throw Setting.REDIS.bad(
          "must be 'none', or like redis://user:password@host:6379 or"
              + " rediss://host:6379?ca=file.pem");
    }
  }

  private static Transport transport(Settings settings) {
    String name = settings.get(Setting.TRANSPORT);
    Transport transport =
        switch (name) {
          case "auto" -> Transport.best();
          case "epoll" -> Transport.EPOLL;
          case "io_uring" -> Transport.IO_URING;
          case "nio" -> Transport.NIO;
          default -> throw Setting.TRANSPORT.bad("must be 'auto', 'epoll', 'io_uring' or 'nio'");
        };
    transport
        .whyNot()
        .ifPresent(why -> {
          throw Setting.TRANSPORT.bad(
              "must not be '" + name + "' here: " + why + ". Allow it, or choose 'auto'");
        });
    return transport;
  }

  private static HttpPushConfig push(Settings settings) {
    Reach reach =
        switch (settings.get(Setting.PUSH_ENDPOINTS)) {
          case "public" -> Reach.PUBLIC;
          case "any" -> Reach.ANYWHERE;
          default -> throw Setting.PUSH_ENDPOINTS.bad("must be 'public' or 'any'");
        };
    return new HttpPushConfig(reach, contact(settings));
  }

  /** RFC 8292, section 2.1: push services want a mail address or an https URL. */
  private static Optional<String> contact(Settings settings) {
    String contact = settings.get(Setting.PUSH_CONTACT);
    if (contact.isEmpty()) {
      return publicUrl(settings).map(URI::toString).filter(url -> url.startsWith("https:"));
    }
    if (contact.matches("mailto:[!-~]+@[!-~]+|https://[!-~]+")) {
      return Optional.of(contact);
    }
    throw Setting.PUSH_CONTACT.bad("must be like mailto:admin@example.org, or an https URL");
  }

  private static boolean onOrOff(Settings settings, Setting setting) {
    return switch (settings.get(setting)) {
      case "on" -> true;
      case "off" -> false;
      default -> throw setting.bad("must be 'on' or 'off'");
    };
  }

  private static AddressGuard.Reach outbound(Settings settings) {
    return switch (settings.get(Setting.OUTBOUND)) {
      case "public" -> AddressGuard.Reach.PUBLIC;
      case "anywhere" -> AddressGuard.Reach.ANYWHERE;
      default -> throw Setting.OUTBOUND.bad("must be 'public' or 'anywhere'");
    };
  }
}
