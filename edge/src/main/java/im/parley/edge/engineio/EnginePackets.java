package im.parley.edge.engineio;

import im.parley.edge.websocket.WebSocketFrames;
import java.nio.charset.StandardCharsets;

/**
 * What the server sends (Engine.IO, protocol 4), as WebSocket frames: whichever transport a session
 * is on, its packets wait in this form, and it may change the transport between any two.
 */
public final class EnginePackets {

  static final byte[] PROBE = ascii("2probe");
  static final byte[] PING = text("2");
  static final byte[] PROBED = text("3probe");

  /** What polls are answered with when there is nothing to say, or the end. */
  static final byte[] NOOP = ascii("6");

  static final byte[] CLOSE = ascii("1");

  private EnginePackets() {}

  /** The first packet of a session. */
  static byte[] open(String sid, boolean upgrades, EngineConfig config) {
    String json =
        "0{\"sid\":\"%s\",\"upgrades\":[%s],\"pingInterval\":%d,\"pingTimeout\":%d,\"maxPayload\":%d}"
            .formatted(
                sid,
                upgrades ? "\"websocket\"" : "",
                config.pingInterval().toMillis(),
                config.pingTimeout().toMillis(),
                config.maxPayload());
    return text(json);
  }

  /**
   * A message that is text.
   *
   * @param prefix what comes before the text, ASCII
   */
  public static byte[] message(String prefix, byte[] utf8) {
    byte[] content = new byte[1 + prefix.length() + utf8.length];
    content[0] = '4';
    for (int i = 0; i < prefix.length(); i++) {
      content[1 + i] = (byte) prefix.charAt(i);
    }
    System.arraycopy(utf8, 0, content, 1 + prefix.length(), utf8.length);
    return WebSocketFrames.text(content);
  }

  /** A message of bytes. */
  public static byte[] message(byte[] content) {
    return WebSocketFrames.binary(content);
  }

  private static byte[] text(String packet) {
    return WebSocketFrames.text(ascii(packet));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
