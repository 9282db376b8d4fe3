package im.parley.edge.http;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request, whole and well formed.
 *
 * @param head its request line and header fields, as {@link StrictHttp} let them in
 * @param body what came with it, at most the body limit; empty for nothing
 * @param address the network address of the peer, without its port
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record HttpCall(HttpRequest head, byte[] body, String address) {

  public HttpMethod method() {
    return head.method();
  }

  public HttpHeaders headers() {
    return head.headers();
  }

  /** The first field of this name, or null. */
  public @Nullable String header(CharSequence name) {
    return head.headers().get(name);
  }

  /** The path as it came, percent-encoded; begins with a slash. */
  public String path() {
    int query = head.uri().indexOf('?');
    return query < 0 ? head.uri() : head.uri().substring(0, query);
  }

  /** The query as it came, without its question mark; empty for none. */
  public String query() {
    int query = head.uri().indexOf('?');
    return query < 0 ? "" : head.uri().substring(query + 1);
  }

  /**
   * The parameters of the query, in order.
   *
   * @throws im.parley.protocol.error.RefusedException if one is malformed or comes twice, or if
   *     there are too many
   */
  public Map<String, String> parameters() {
    return UrlText.query(query());
  }

  /** Whether the answer may have no body: the request is a HEAD. */
  public boolean isHead() {
    return method().equals(HttpMethod.HEAD);
  }
}
