package im.parley.edge.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which bytes of a file are wanted (RFC 9110, section 14). */
sealed interface ByteRange {

  /** All of them; also when several ranges are wanted, which a server may answer so. */
  record Whole() implements ByteRange {}

  /** So many from there. */
  record Stretch(long from, long length) implements ByteRange {}

  /** None that the file has. */
  record Unsatisfiable() implements ByteRange {}

  Pattern SINGLE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})", Pattern.CASE_INSENSITIVE);

  /**
   * What a request wants of a file.
   *
   * @param etag the file's entity tag: an If-Range that names another has the range ignored
   */
  static ByteRange of(HttpCall call, long size, String etag) {
    String ifRange = call.header(HttpHeaderNames.IF_RANGE);
    return ifRange == null || ifRange.equals(etag)
        ? parse(call.header(HttpHeaderNames.RANGE), size)
        : new Whole();
  }

  private static ByteRange parse(@Nullable String header, long size) {
    Matcher matcher = SINGLE.matcher(header == null ? "" : header.strip());
    if (!matcher.matches()) {
      return new Whole();
    }
    String first = matcher.group(1);
    String last = matcher.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? new Whole() : suffix(Long.parseLong(last), size);
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
    if (to < from) {
      return new Whole();
    }
    return from >= size
        ? new Unsatisfiable()
        : new Stretch(from, Math.min(to, size - 1) - from + 1);
  }

  private static ByteRange suffix(long length, long size) {
    long most = Math.min(length, size);
    return most == 0 ? new Unsatisfiable() : new Stretch(size - most, most);
  }
}
