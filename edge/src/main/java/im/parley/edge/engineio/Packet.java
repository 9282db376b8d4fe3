package im.parley.edge.engineio;

import im.parley.edge.websocket.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** What clients send (Engine.IO, protocol 4): a digit that says which, then its content. */
sealed interface Packet {

  /** The client is done. */
  record Close() implements Packet {}

  /** A new transport is tried out. */
  record Probe() implements Packet {}

  /** An answer to our ping. */
  record Pong() implements Packet {}

  /** The new transport is the one from now on. */
  record Upgrade() implements Packet {}

  /** Nothing. */
  record Noop() implements Packet {}

  /** A text for the application. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Text(byte[] utf8) implements Packet {}

  /** Bytes for the application. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Binary(byte[] content) implements Packet {}

  /** Not a packet that a client may send. */
  record Broken() implements Packet {}

  /** Reads a packet that is text, in valid UTF-8. */
  static Packet ofText(byte[] utf8) {
    if (utf8.length == 0) {
      return new Broken();
    }
    return switch (utf8[0]) {
      case '1' -> alone(utf8, new Close());
      case '2' -> isProbe(utf8) ? new Probe() : new Broken();
      case '3' -> new Pong();
      case '4' -> new Text(Arrays.copyOfRange(utf8, 1, utf8.length));
      case '5' -> alone(utf8, new Upgrade());
      case '6' -> alone(utf8, new Noop());
      default -> new Broken();
    };
  }

  private static Packet alone(byte[] utf8, Packet packet) {
    return utf8.length == 1 ? packet : new Broken();
  }

  private static boolean isProbe(byte[] utf8) {
    return Arrays.equals(utf8, EnginePackets.PROBE);
  }

  /**
   * Reads a packet as it comes in the body of a POST, where bytes are {@code b} and base64. The
   * official Java client breaks that into lines.
   */
  static Packet ofPart(byte[] part) {
    if (part.length == 0 || part[0] != 'b') {
      return Utf8.isWhole(part) ? ofText(part) : new Broken();
    }
    try {
      String base64 = new String(part, 1, part.length - 1, StandardCharsets.ISO_8859_1);
      return new Binary(Base64.getDecoder().decode(base64.replace("\n", "")));
    } catch (IllegalArgumentException _) {
      return new Broken();
    }
  }
}
