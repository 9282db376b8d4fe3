package im.parley.edge.http;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The built web client, from {@code web/} on the class path. A file is read when it is first asked
 * for and kept: there is no list to read at the start, and no more is kept than was built.
 */
public final class WebAssets implements HttpService {

  private static final Pattern FILE =
      Pattern.compile("/(?:assets/)?[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}");

  /** The paths that the web client shows as its own pages. */
  private static final Pattern PAGE =
      Pattern.compile("/|/(?:rooms|sign-in|sign-up|settings|invites)(?:/[A-Za-z0-9_/-]{0,200})?");

  private static final String INDEX = "/index.html";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";

  /**
   * A page runs and loads only what this server sends it as a file; nothing inline. The one policy
   * of Trusted Types gives the address of the worker that shows notifications, and no other.
   */
  static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
          + " media-src blob:;"
          + " font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script';"
          + " trusted-types notifications";

  private static final String NOT_BUILT =
      """
      Parley is running, without its web client: it was not built into this server.
      Build it (npm run build in web/) and start again, or use the API under /v1.
      """;

  private final ClassLoader resources;
  private final Executor virtualThreads;
  private final Map<String, WebAsset> loaded = new ConcurrentHashMap<>();

  /**
   * Creates the service.
   *
   * @param resources where {@code web/index.html} is found, if it was built
   * @param virtualThreads reads a file the first time that it is asked for
   */
  public WebAssets(ClassLoader resources, Executor virtualThreads) {
    this.resources = resources;
    this.virtualThreads = virtualThreads;
  }

  @Override
  public HttpOutcome serve(HttpCall call) {
    if (!call.method().equals(HttpMethod.GET) && !call.isHead()) {
      return new HttpOutcome.Answered(
          Problem.of(HttpResponseStatus.METHOD_NOT_ALLOWED, "Only GET is allowed here")
              .with(HttpHeaderNames.ALLOW, "GET, HEAD"));
    }
    String path = PAGE.matcher(call.path()).matches() ? INDEX : call.path();
    if (!FILE.matcher(path).matches()) {
      return new HttpOutcome.Answered(nothing());
    }
    WebAsset known = loaded.get(path);
    return known == null
        ? new HttpOutcome.Pending(
            CompletableFuture.supplyAsync(() -> first(call, path), virtualThreads))
        : new HttpOutcome.Answered(answer(call, path, known));
  }

  private HttpAnswer first(HttpCall call, String path) {
    Optional<WebAsset> found = load(path);
    found.ifPresent(asset -> loaded.putIfAbsent(path, asset));
    return found
        .map(asset -> answer(call, path, asset))
        .orElseGet(() -> path.equals(INDEX) ? notBuilt() : nothing());
  }

  private Optional<WebAsset> load(String path) {
    try {
      return WebAsset.load(resources, "web" + path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpAnswer answer(HttpCall call, String path, WebAsset asset) {
    WebAsset.Variant variant = asset.bestFor(call.header(HttpHeaderNames.ACCEPT_ENCODING));
    HttpHeaders headers = new DefaultHttpHeaders();
    headers.set(HttpHeaderNames.ETAG, variant.etag());
    headers.set(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING);
    headers.set(HttpHeaderNames.CACHE_CONTROL, path.startsWith("/assets/") ? FOR_EVER : ASK_AGAIN);
    if (path.endsWith(".html")) {
      headers.set(HttpHeaderNames.CONTENT_SECURITY_POLICY, PAGE_POLICY);
    }
    if (isKnown(call.header(HttpHeaderNames.IF_NONE_MATCH), variant.etag())) {
      return new HttpAnswer(HttpResponseStatus.NOT_MODIFIED, headers, new byte[0]);
    }
    headers.set(HttpHeaderNames.CONTENT_TYPE, asset.contentType());
    if (!variant.isPlain()) {
      headers.set(HttpHeaderNames.CONTENT_ENCODING, variant.coding());
    }
    return new HttpAnswer(HttpResponseStatus.OK, headers, variant.bytes());
  }

  private static boolean isKnown(@Nullable String ifNoneMatch, String etag) {
    return ifNoneMatch != null && (ifNoneMatch.equals("*") || ifNoneMatch.contains(etag));
  }

  private static HttpAnswer nothing() {
    return Problem.of(HttpResponseStatus.NOT_FOUND, "There is nothing at this path");
  }

  private static HttpAnswer notBuilt() {
    return HttpAnswer.of(
        HttpResponseStatus.OK,
        "text/plain; charset=utf-8",
        NOT_BUILT.getBytes(StandardCharsets.UTF_8));
  }
}
