package im.parley.edge.http;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Failures;
import im.parley.core.file.Downloads;
import im.parley.core.file.Part;
import im.parley.core.file.Upload;
import im.parley.core.file.Uploads;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.FileId;
import im.parley.protocol.view.FileInfo;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files over HTTP, streamed both ways: {@code POST /v1/files} takes one in, {@code GET
 * /v1/files/{file}} and its {@code /thumbnail} hand one out, whole or in part.
 */
public final class FileService implements HttpService {

  private static final String PATH = HttpPlace.FILES.path();

  private static final Pattern FILE =
      Pattern.compile(HttpPlace.FILE.prefix() + "([A-Za-z0-9._~-]{1,40})(/thumbnail)?");

  /** Whatever a browser makes of a file, it runs nothing in it and lets it reach nothing. */
  private static final String POLICY = "sandbox; default-src 'none'";

  /** A file never changes, but who may see it does: ask again each time. */
  private static final String CACHED = "private, no-cache";

  private final Uploads uploads;
  private final Downloads downloads;
  private final BearerAuthenticator authenticator;
  private final FileMeters meters;
  private final Executor virtualThreads;

  public FileService(
      Uploads uploads,
      Downloads downloads,
      BearerAuthenticator authenticator,
      FileMeters meters,
      Executor virtualThreads) {
    this.uploads = uploads;
    this.downloads = downloads;
    this.authenticator = authenticator;
    this.meters = meters;
    this.virtualThreads = virtualThreads;
  }

  @Override
  public Optional<BodySink> sink(HttpCall head) {
    if (!head.path().equals(PATH) || !head.method().equals(HttpMethod.POST)) {
      return Optional.empty();
    }
    return Optional.of(new UploadSink(() -> begin(head), name(head), meters, virtualThreads));
  }

  /** The name that the query gives; a query that is malformed is refused when the upload begins. */
  private static String name(HttpCall head) {
    try {
      return UrlText.query(head.query()).getOrDefault("name", "");
    } catch (RefusedException e) {
      return "";
    }
  }

  private Upload begin(HttpCall head) {
    Caller.SignedIn caller = caller(head);
    UrlText.query(head.query());
    String length = head.header(HttpHeaderNames.CONTENT_LENGTH);
    return uploads.begin(
        caller, length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length)));
  }

  private Caller.SignedIn caller(HttpCall call) {
    return authenticator
        .authenticate(BearerToken.of(call), call.address())
        .orElseThrow(() -> RefusedException.unauthenticated("The access token is not valid"));
  }

  @Override
  public HttpOutcome serve(HttpCall call) {
    Matcher matcher = FILE.matcher(call.path());
    if (call.path().equals(PATH)) {
      return refused("POST");
    }
    if (!matcher.matches()) {
      return new HttpOutcome.Answered(
          Problem.of(HttpResponseStatus.NOT_FOUND, "There is nothing at this path"));
    }
    if (!call.method().equals(HttpMethod.GET) && !call.isHead()) {
      return refused("GET, HEAD");
    }
    FileId file = new FileId(matcher.group(1));
    Part part = matcher.group(2) == null ? Part.WHOLE : Part.THUMBNAIL;
    return new HttpOutcome.Pending(
        CompletableFuture.supplyAsync(() -> download(call, file, part), virtualThreads));
  }

  private static HttpOutcome refused(String allowed) {
    return new HttpOutcome.Answered(
        Problem.of(HttpResponseStatus.METHOD_NOT_ALLOWED, "Allowed here: " + allowed)
            .with(HttpHeaderNames.ALLOW, allowed));
  }

  private HttpReply download(HttpCall call, FileId id, Part part) {
    try {
      FileInfo file = downloads.find(caller(call), id);
      return switch (part) {
        case WHOLE -> answer(call, file, part, file.size());
        case THUMBNAIL -> answer(call, file, part, downloads.thumbnailSize(file));
      };
    } catch (RuntimeException e) {
      return Problem.of(Failures.refusal("file.download", e));
    }
  }

  private HttpReply answer(HttpCall call, FileInfo file, Part part, long size) {
    String etag = '"' + file.id().value() + (part == Part.WHOLE ? "" : "-t") + '"';
    HttpHeaders headers = headers(file, etag);
    if (isKnown(call.header(HttpHeaderNames.IF_NONE_MATCH), etag)) {
      return new HttpAnswer(HttpResponseStatus.NOT_MODIFIED, headers, new byte[0]);
    }
    return switch (ByteRange.of(call, size, etag)) {
      case ByteRange.Whole() -> send(HttpResponseStatus.OK, headers, file, part, 0, size);
      case ByteRange.Stretch(long from, long length) -> {
        headers.set(
            HttpHeaderNames.CONTENT_RANGE,
            "bytes %d-%d/%d".formatted(from, from + length - 1, size));
        yield send(HttpResponseStatus.PARTIAL_CONTENT, headers, file, part, from, length);
      }
      case ByteRange.Unsatisfiable() ->
          Problem.of(
                  HttpResponseStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                  "The file has " + size + " bytes")
              .with(HttpHeaderNames.CONTENT_RANGE, "bytes */" + size);
    };
  }

  private static HttpHeaders headers(FileInfo file, String etag) {
    HttpHeaders headers = new DefaultHttpHeaders();
    headers.set(HttpHeaderNames.ETAG, etag);
    headers.set(HttpHeaderNames.ACCEPT_RANGES, "bytes");
    headers.set(HttpHeaderNames.CACHE_CONTROL, CACHED);
    headers.set(HttpHeaderNames.CONTENT_SECURITY_POLICY, POLICY);
    headers.set(
        HttpHeaderNames.CONTENT_TYPE,
        file.type().equals("text/plain") ? "text/plain; charset=utf-8" : file.type());
    headers.set(
        HttpHeaderNames.CONTENT_DISPOSITION, ContentDisposition.of(file.type(), file.name()));
    return headers;
  }

  private static boolean isKnown(@Nullable String ifNoneMatch, String etag) {
    return ifNoneMatch != null && (ifNoneMatch.strip().equals("*") || ifNoneMatch.contains(etag));
  }

  private HttpReply send(
      HttpResponseStatus status,
      HttpHeaders headers,
      FileInfo file,
      Part part,
      long from,
      long length) {
    return new HttpDownload(
        new HttpAnswer(status, headers, new byte[0]),
        length,
        () -> meters.counted(downloads.open(file.id(), part, from)));
  }
}
