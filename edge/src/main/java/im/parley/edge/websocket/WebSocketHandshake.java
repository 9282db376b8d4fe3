package im.parley.edge.websocket;

import im.parley.edge.http.HttpAnswer;
import im.parley.edge.http.HttpCall;
import im.parley.edge.http.OriginPolicy;
import im.parley.edge.http.Problem;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges opening handshakes (RFC 6455, section 4.2). */
public final class WebSocketHandshake {

  /** The one subprotocol that is spoken; a client that offers none gets it too. */
  static final String SUBPROTOCOL = "parley.v1";

  private static final String VERSION = "13";
  private static final String ACCEPT_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int KEY_BYTES = 16;

  private final OriginPolicy origins;

  /** For pages of these origins, and for clients that are no browsers. */
  public WebSocketHandshake(OriginPolicy origins) {
    this.origins = origins;
  }

  /** What comes of a handshake. */
  public sealed interface Verdict {

    /**
     * The connection is a WebSocket from here on.
     *
     * @param headers the fields of the 101 answer
     * @param compression what it says of compression
     */
    record Accepted(HttpHeaders headers, Compression compression) implements Verdict {}

    /** It is not, and why. */
    record Refused(Reason reason, HttpAnswer answer) implements Verdict {}
  }

  /** Why a handshake was refused. */
  public enum Reason {
    METHOD,
    VERSION,
    NOT_AN_UPGRADE,
    QUERY,
    KEY,
    ORIGIN,
    SUBPROTOCOL,
    EXTENSIONS;

    Verdict.Refused with(HttpResponseStatus status, String detail) {
      return new Verdict.Refused(this, Problem.of(status, detail));
    }
  }

  /** Judges one that opens a conversation in the language itself. */
  Verdict judge(HttpCall call) {
    Verdict.Refused refused = checkUpgrade(call);
    if (refused != null) {
      return refused;
    }
    if (!call.query().isEmpty()) {
      return Reason.QUERY.with(
          HttpResponseStatus.BAD_REQUEST, "No parameters here: the token is said in hello");
    }
    return offers(call);
  }

  /**
   * Judges one that opens a WebSocket for another protocol, which has its own query. No subprotocol
   * and no extension is agreed on.
   */
  public Verdict judgePlain(HttpCall call) {
    Verdict.Refused refused = checkUpgrade(call);
    return refused == null
        ? new Verdict.Accepted(answer(key(call), List.of()), Compression.NONE)
        : refused;
  }

  private Verdict.@Nullable Refused checkUpgrade(HttpCall call) {
    if (!call.method().equals(HttpMethod.GET)) {
      HttpAnswer answer = Problem.of(HttpResponseStatus.METHOD_NOT_ALLOWED, "Connect with GET");
      return new Verdict.Refused(Reason.METHOD, answer.with(HttpHeaderNames.ALLOW, "GET"));
    }
    if (!isUpgrade(call)) {
      return new Verdict.Refused(Reason.NOT_AN_UPGRADE, upgradeRequired());
    }
    if (!call.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_VERSION).equals(List.of(VERSION))) {
      return new Verdict.Refused(Reason.VERSION, upgradeRequired());
    }
    if (!origins.allows(call.headers())) {
      return Reason.ORIGIN.with(
          HttpResponseStatus.FORBIDDEN,
          "Pages of this origin may not connect: the server's settings name those that may");
    }
    if (!isKey(key(call))) {
      return Reason.KEY.with(
          HttpResponseStatus.BAD_REQUEST, "Sec-WebSocket-Key must be 16 bytes in base64");
    }
    return null;
  }

  /** The one key; empty when there is not exactly one. */
  private static String key(HttpCall call) {
    List<String> keys = call.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_KEY);
    return keys.size() == 1 ? keys.getFirst() : "";
  }

  private static boolean isUpgrade(HttpCall call) {
    return call.head().protocolVersion().equals(HttpVersion.HTTP_1_1)
        && call.body().length == 0
        && tokens(call, HttpHeaderNames.CONNECTION).stream()
            .anyMatch(HttpHeaderValues.UPGRADE::contentEqualsIgnoreCase)
        && tokens(call, HttpHeaderNames.UPGRADE).stream()
            .anyMatch(HttpHeaderValues.WEBSOCKET::contentEqualsIgnoreCase);
  }

  private static HttpAnswer upgradeRequired() {
    return Problem.of(
            HttpResponseStatus.UPGRADE_REQUIRED, "This is a WebSocket of RFC 6455, version 13")
        .with(HttpHeaderNames.UPGRADE, "websocket")
        .with(HttpHeaderNames.SEC_WEBSOCKET_VERSION, VERSION);
  }

  private static Verdict offers(HttpCall call) {
    List<String> offered = tokens(call, HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);
    if (!offered.isEmpty() && !offered.contains(SUBPROTOCOL)) {
      return Reason.SUBPROTOCOL.with(
          HttpResponseStatus.BAD_REQUEST, "The subprotocol here is " + SUBPROTOCOL);
    }
    try {
      Optional<String> deflate = DeflateOffer.answer(extensions(call));
      HttpHeaders headers = answer(key(call), offered);
      deflate.ifPresent(value -> headers.set(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS, value));
      return new Verdict.Accepted(
          headers, deflate.isPresent() ? Compression.DEFLATE : Compression.NONE);
    } catch (ParseException _) {
      return Reason.EXTENSIONS.with(
          HttpResponseStatus.BAD_REQUEST, "Sec-WebSocket-Extensions must be a list of extensions");
    }
  }

  private static List<ExtensionOffer> extensions(HttpCall call) throws ParseException {
    return ExtensionHeader.read(call.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS));
  }

  private static HttpHeaders answer(String key, List<String> offeredSubprotocols) {
    HttpHeaders headers = new DefaultHttpHeaders();
    headers.set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
    headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE);
    headers.set(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT, accept(key));
    if (!offeredSubprotocols.isEmpty()) {
      headers.set(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, SUBPROTOCOL);
    }
    return headers;
  }

  private static boolean isKey(String key) {
    try {
      return key.length() == 24 && Base64.getDecoder().decode(key).length == KEY_BYTES;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static String accept(String key) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      byte[] hash = sha1.digest((key + ACCEPT_GUID).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1", e);
    }
  }

  /** The elements of a field that is a list. */
  private static List<String> tokens(HttpCall call, CharSequence name) {
    List<String> tokens = new ArrayList<>();
    for (String field : call.headers().getAll(name)) {
      for (String token : field.split(",", -1)) {
        tokens.add(token.strip());
      }
    }
    return tokens;
  }
}
