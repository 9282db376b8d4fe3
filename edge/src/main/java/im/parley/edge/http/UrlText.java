package im.parley.edge.http;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The text in a URL (RFC 3986), strictly: what is not valid is refused, never guessed at. */
final class UrlText {

  /** The most parameters that a query may have. */
  static final int MAX_PARAMETERS = 32;

  private UrlText() {}

  /**
   * The parameters of a query, in order.
   *
   * @throws RefusedException if one is malformed or comes twice, or if there are too many
   */
  static Map<String, String> query(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query.isEmpty()) {
      return parameters;
    }
    String[] parts = query.split("&", MAX_PARAMETERS + 1);
    if (parts.length > MAX_PARAMETERS) {
      throw bad("The query may have at most " + MAX_PARAMETERS + " parameters");
    }
    for (String part : parts) {
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw bad("Every parameter of the query must be name=value");
      }
      String name = decode(part.substring(0, equals).replace('+', ' '));
      String value = decode(part.substring(equals + 1).replace('+', ' '));
      if (parameters.put(name, value) != null) {
        throw bad("A parameter of the query comes twice");
      }
    }
    return parameters;
  }

  /**
   * Percent-encoded UTF-8 as text.
   *
   * @throws RefusedException if a percent sign has no two hexadecimal digits, the bytes are not
   *     UTF-8, or there is a NUL
   */
  static String decode(String encoded) {
    if (encoded.indexOf('%') < 0) {
      return encoded;
    }
    ByteBuffer bytes = ByteBuffer.allocate(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        bytes.put((byte) octet(encoded, i + 1));
        i += 2;
      } else {
        bytes.put((byte) c); // the request target is ASCII
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw bad("The URL must be percent-encoded UTF-8");
    }
  }

  private static int octet(String encoded, int at) {
    boolean valid =
        at + 1 < encoded.length()
            && HexFormat.isHexDigit(encoded.charAt(at))
            && HexFormat.isHexDigit(encoded.charAt(at + 1));
    int value = valid ? HexFormat.fromHexDigits(encoded, at, at + 2) : 0;
    if (value == 0) {
      throw bad("A percent sign in the URL needs two hexadecimal digits that are not 00");
    }
    return value;
  }

  private static RefusedException bad(String message) {
    return new RefusedException(Refusal.of(ErrorCode.BAD_REQUEST, message));
  }
}
