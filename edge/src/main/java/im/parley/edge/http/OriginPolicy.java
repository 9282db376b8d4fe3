package im.parley.edge.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which web pages may act here with what a browser sends along (RFC 6454). A page of this server's
 * own origin may, and those of a list; clients that are no browsers send no Origin.
 */
public final class OriginPolicy {

  private static final Pattern ORIGIN =
      Pattern.compile("(https?)://([a-z0-9._~-]{1,253}|\\[[0-9a-f:.]{2,45}])(?::([0-9]{1,5}))?");

  private final @Nullable String publicOrigin;
  private final Set<String> allowed;

  private OriginPolicy(@Nullable String publicOrigin, Set<String> allowed) {
    this.publicOrigin = publicOrigin;
    this.allowed = allowed;
  }

  /** For a server that is reached under whatever name the request gives, without TLS. */
  public static OriginPolicy direct(Set<String> allowed) {
    return new OriginPolicy(null, checked(allowed.stream()));
  }

  /**
   * For a server that is reached under one origin, for example behind a proxy that does TLS.
   *
   * @param publicOrigin for example {@code https://chat.example.org}
   * @param allowed other origins whose pages may connect
   * @throws IllegalArgumentException if one is not {@code http(s)://host[:port]}
   */
  public static OriginPolicy behind(String publicOrigin, Set<String> allowed) {
    Set<String> all = checked(Stream.concat(Stream.of(publicOrigin), allowed.stream()));
    return new OriginPolicy(required(publicOrigin), all);
  }

  private static Set<String> checked(Stream<String> origins) {
    return origins.map(OriginPolicy::required).collect(Collectors.toUnmodifiableSet());
  }

  private static String required(String origin) {
    String normal = normalize(origin);
    if (normal == null) {
      throw new IllegalArgumentException(
          "An origin is http://host or https://host, with a port if need be: " + origin);
    }
    return normal;
  }

  /** Whether browsers reach this server through TLS. */
  public boolean isSecure() {
    return publicOrigin != null && publicOrigin.startsWith("https:");
  }

  /** Whether the request comes from no page, or from one that may send it. */
  public boolean allows(HttpHeaders headers) {
    var origins = headers.getAll(HttpHeaderNames.ORIGIN);
    if (origins.isEmpty()) {
      return true;
    }
    String origin = normalize(origins.getFirst());
    return origins.size() == 1
        && origin != null
        && (allowed.contains(origin) || isOwn(origin, headers));
  }

  private boolean isOwn(String origin, HttpHeaders headers) {
    String host = headers.get(HttpHeaderNames.HOST);
    return publicOrigin == null
        && host != null
        && origin.equals(normalize("http://" + host.toLowerCase(Locale.ROOT)));
  }

  /** An origin without the port that its scheme implies; null when it is none. */
  private static @Nullable String normalize(String origin) {
    Matcher matcher = ORIGIN.matcher(origin);
    if (!matcher.matches()) {
      return null;
    }
    String scheme = matcher.group(1);
    String port = matcher.group(3);
    boolean implied = port == null || port.equals(scheme.equals("https") ? "443" : "80");
    return scheme + "://" + matcher.group(2) + (implied ? "" : ":" + port);
  }
}
