package im.parley.edge.http;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * What a request is answered with.
 *
 * @param status the status
 * @param headers the fields that are this answer's own; those of every answer are added later
 * @param body the content, not to be changed; a HEAD is answered with its length alone
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record HttpAnswer(HttpResponseStatus status, HttpHeaders headers, byte[] body)
    implements HttpReply {

  private static final byte[] NOTHING = {};

  /** An answer with content that nobody may keep. */
  public static HttpAnswer of(HttpResponseStatus status, String contentType, byte[] body) {
    HttpHeaders headers = new DefaultHttpHeaders();
    headers.set(HttpHeaderNames.CONTENT_TYPE, contentType);
    headers.set(HttpHeaderNames.CACHE_CONTROL, "private, no-store");
    return new HttpAnswer(status, headers, body);
  }

  /** An answer without content. */
  public static HttpAnswer empty(HttpResponseStatus status) {
    return new HttpAnswer(status, new DefaultHttpHeaders(), NOTHING);
  }

  @Override
  public HttpAnswer head() {
    return this;
  }

  /** This answer, with one more field. */
  public HttpAnswer with(CharSequence name, String value) {
    headers.add(name, value);
    return this;
  }
}
