package im.parley.edge.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A WebSocket client that may break every rule. */
public final class WebSocketClient implements AutoCloseable {

  private static final String KEY =
      Base64.getEncoder().encodeToString("sixteen bytes ok".getBytes(StandardCharsets.US_ASCII));

  private final RawClient raw;

  private WebSocketClient(RawClient raw) {
    this.raw = raw;
  }

  /** A frame from the server. */
  @SuppressWarnings("ArrayRecordComponent") // read once
  public record Frame(int opcode, byte[] payload) {

    public String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }

    /** The status of a close frame; 1005 when it has none. */
    public int status() {
      return payload.length < 2 ? 1005 : (payload[0] & 0xff) << 8 | (payload[1] & 0xff);
    }
  }

  /** Opens a WebSocket. */
  public static WebSocketClient open(int port) throws IOException {
    return open(port, request(port), "");
  }

  /** Opens one at another path, where no subprotocol is spoken. */
  public static WebSocketClient openAt(int port, String path) throws IOException {
    String request =
        request(port)
            .replace("/v1/connect", path)
            .replace("Sec-WebSocket-Protocol: parley.v1\r\n", "");
    return open(port, request, "");
  }

  /** Opens one whose messages may be compressed. */
  public static WebSocketClient openCompressed(int port) throws IOException {
    String offer = "Sec-WebSocket-Extensions: permessage-deflate\r\n";
    String request = request(port);
    int end = request.length() - 2;
    return open(port, request.substring(0, end) + offer + "\r\n", "permessage-deflate; ");
  }

  private static WebSocketClient open(int port, String request, String extension)
      throws IOException {
    RawClient raw = new RawClient(port);
    raw.send(request);
    String head = raw.head();
    if (!head.startsWith("HTTP/1.1 101 ") || !head.contains(extension)) {
      throw new IOException(head);
    }
    return new WebSocketClient(raw);
  }

  /** The opening handshake. */
  public static String request(int port) {
    return "GET /v1/connect HTTP/1.1\r\nHost: 127.0.0.1:"
        + port
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: "
        + KEY
        + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: parley.v1\r\n\r\n";
  }

  public WebSocketClient send(byte[] bytes) throws IOException {
    raw.send(bytes);
    return this;
  }

  public WebSocketClient sendAnyway(byte[] bytes) throws IOException {
    raw.sendAnyway(bytes);
    return this;
  }

  /** Reads the next frame. */
  public Frame read() throws IOException {
    int first = raw.in().readUnsignedByte();
    int second = raw.in().readUnsignedByte();
    if ((first & 0xf0) != 0x80 || second >= 0x80) {
      throw new IOException("A server's frame is whole and unmasked, not " + first + " " + second);
    }
    int length =
        switch (second) {
          case 126 -> raw.in().readUnsignedShort();
          case 127 -> Math.toIntExact(raw.in().readLong());
          default -> second;
        };
    byte[] payload = new byte[length];
    raw.in().readFully(payload);
    return new Frame(first & 0x0f, payload);
  }

  /** Sends one text. */
  public WebSocketClient say(String text) throws IOException {
    return send(ClientFrame.text(text));
  }

  /** Reads the next text; fails if something else comes. */
  public String hear() throws IOException {
    Frame frame = read();
    if (frame.opcode() != ClientFrame.TEXT) {
      throw new IOException("Not a text: " + frame.opcode() + " " + frame.text());
    }
    return frame.text();
  }

  /** Reads on to the close frame, then to the end of the connection, and gives the status. */
  public int closeStatus() throws IOException {
    Frame frame = read();
    while (frame.opcode() != ClientFrame.CLOSE) {
      frame = read();
    }
    if (raw.readToEnd().length > 0) {
      throw new IOException("Something came after the close frame");
    }
    return frame.status();
  }

  public RawClient raw() {
    return raw;
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }
}
