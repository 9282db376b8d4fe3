package im.parley.app.rehearsal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A WebSocket as browsers open it: masked, and compressed without a context (RFC 6455, RFC 7692).
 * Java's own client does not compress.
 */
final class BrowserSocket implements AutoCloseable {

  private static final int FINAL = 0x80;
  private static final int COMPRESSED = 0x40;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;

  /** What ends a compressed message and is not sent (RFC 7692, section 7.2.1). */
  private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};

  private final Socket tcp;
  private final DataInputStream in;

  private BrowserSocket(Socket tcp) throws IOException {
    this.tcp = tcp;
    this.in = new DataInputStream(new BufferedInputStream(tcp.getInputStream()));
  }

  /** Connects to a server, whose address has no slash at the end, and shakes hands. */
  static BrowserSocket open(String url) throws IOException {
    URI server = URI.create(url);
    Socket tcp = new Socket(server.getHost(), server.getPort());
    tcp.setTcpNoDelay(true);
    String request =
        """
        GET /v1/connect HTTP/1.1\r
        Host: %s\r
        Origin: %s\r
        Connection: Upgrade\r
        Upgrade: websocket\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        Sec-WebSocket-Protocol: parley.v1\r
        Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r
        \r
        """
            .formatted(server.getAuthority(), url);
    tcp.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    BrowserSocket socket = new BrowserSocket(tcp);
    socket.readHead();
    return socket;
  }

  private void readHead() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    if (!head.toString().startsWith("HTTP/1.1 101 ") || head.indexOf("permessage-deflate") < 0) {
      throw new IOException("Not the WebSocket that was asked for: " + head);
    }
  }

  /** Sends a text of less than 64 KiB. */
  void send(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    byte[] room = new byte[utf8.length + 64];
    try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
      deflater.setInput(utf8);
      int length = deflater.deflate(room, 0, room.length, Deflater.SYNC_FLUSH) - TAIL.length;
      send(FINAL | COMPRESSED | TEXT, room, length);
    }
  }

  private void send(int first, byte[] payload, int length) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(length + 8).put((byte) first);
    if (length < 126) {
      frame.put((byte) (0x80 | length));
    } else {
      frame.put((byte) (0x80 | 126)).putShort((short) length);
    }
    byte[] mask = {1, 2, 3, 4};
    frame.put(mask);
    for (int i = 0; i < length; i++) {
      frame.put((byte) (payload[i] ^ mask[i & 3]));
    }
    tcp.getOutputStream().write(frame.array(), 0, frame.position());
  }

  /**
   * The next text.
   *
   * @throws java.io.EOFException if the server closes
   */
  String next() throws IOException {
    while (true) {
      int first = in.readUnsignedByte();
      byte[] payload = new byte[length()];
      in.readFully(payload);
      if ((first & 0x0f) == TEXT) {
        byte[] utf8 = (first & COMPRESSED) == 0 ? payload : inflate(payload);
        return new String(utf8, StandardCharsets.UTF_8);
      }
    }
  }

  private int length() throws IOException {
    int length = in.readUnsignedByte();
    return switch (length) {
      case 126 -> in.readUnsignedShort();
      case 127 -> Math.toIntExact(in.readLong());
      default -> length;
    };
  }

  private static byte[] inflate(byte[] compressed) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    byte[] room = new byte[8192];
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(
          ByteBuffer.allocate(compressed.length + TAIL.length).put(compressed).put(TAIL).flip());
      int length = inflater.inflate(room);
      while (length > 0) {
        plain.write(room, 0, length);
        length = inflater.inflate(room);
      }
      return plain.toByteArray();
    } catch (DataFormatException e) {
      throw new IOException("The server's compression cannot be read", e);
    }
  }

  /** Says goodbye, and waits until the server has, too. */
  @Override
  public void close() throws IOException {
    send(FINAL | CLOSE, new byte[] {3, (byte) 0xe8}, 2);
    in.transferTo(OutputStream.nullOutputStream());
    tcp.close();
  }
}
