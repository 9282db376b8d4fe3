package im.parley.cluster.redis;

import io.lettuce.core.RedisURI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where Redis is.
 *
 * @param servers at least one: host, port, and what proves that one may come in; with TLS or
 *     without. Several are servers of one Redis Cluster, any of which tells where the others are
 * @param authority a file of certificates in PEM, of those who may vouch for the servers; the
 *     machine's own unless it is there
 */
public record RedisAddress(List<RedisURI> servers, Optional<Path> authority) {

  private static final String HOST = "(\\[[0-9a-fA-F:.]+]|[^\\s@/?:,]+)(:\\d+)?";

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<scheme>rediss?://)(?<who>[^\\s/?]*@)?(?<hosts>%1$s(,%1$s)*)".formatted(HOST)
              + "(?<database>/[^\\s?]*)?(\\?(?<query>\\S*))?");

  private static final String AUTHORITY = "ca=";

  /** A server of a cluster lets one in within this time, or cannot be used. */
  private static final Duration ANSWER = Duration.ofSeconds(2);

  public RedisAddress {
    servers = List.copyOf(servers);
    if (servers.isEmpty()) {
      throw new IllegalArgumentException("No server is named");
    }
    if (authority.isPresent() && !servers.getFirst().isSsl()) {
      throw new IllegalArgumentException("Without TLS nobody shows a certificate");
    }
  }

  /**
   * The address in this text: {@code redis://[user:password@]host[:port][/database]}, or {@code
   * rediss://…} for TLS, which may end with {@code ?ca=/path/of/authority.pem}. There may be
   * several hosts, separated by commas.
   *
   * @throws IllegalArgumentException if it is none; the message does not repeat it
   */
  public static RedisAddress of(String text) {
    Matcher parts = ADDRESS.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not an address of Redis");
    }
    List<String> options = List.of(part(parts, "query").split("&"));
    String rest =
        options.stream()
            .filter(option -> !option.isEmpty() && !option.startsWith(AUTHORITY))
            .collect(Collectors.joining("&", part(parts, "database") + "?", ""));
    return new RedisAddress(
        Stream.of(parts.group("hosts").split(","))
            .map(host -> server(parts.group("scheme") + part(parts, "who") + host + rest))
            .toList(),
        options.stream()
            .filter(option -> option.startsWith(AUTHORITY))
            .map(option -> option.substring(AUTHORITY.length()))
            .map(path -> Path.of(URLDecoder.decode(path, StandardCharsets.UTF_8)))
            .findFirst());
  }

  private static String part(Matcher parts, String name) {
    String part = parts.group(name);
    return part == null ? "" : part;
  }

  @SuppressWarnings("UnusedException") // Its message repeats the password.
  private static RedisURI server(String text) {
    try {
      return RedisURI.create(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Not an address of Redis");
    }
  }

  /** Another server, where one comes in as at the first of these. */
  RedisURI of(Place place) {
    RedisURI uri = RedisURI.builder(servers.getFirst()).build();
    uri.setHost(place.host());
    uri.setPort(place.port());
    uri.setTimeout(ANSWER);
    return uri;
  }

  /** Without what proves that one may come in. */
  @Override
  public String toString() {
    return servers.stream()
        .map(Place::of)
        .map(Place::toString)
        .collect(
            Collectors.joining(",", servers.getFirst().isSsl() ? "rediss://" : "redis://", ""));
  }
}
