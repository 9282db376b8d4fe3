package im.parley.app.client;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A WebSocket client that does what a test tells it, right or wrong (RFC 6455). Where compression
 * was agreed on it compresses all that it sends (RFC 7692), as browsers do. Blocking.
 */
public final class Socket implements Closeable {

  private static final int TIMEOUT_MILLIS = 30_000;
  private static final int COMPRESSED = 0x40;

  private final java.net.Socket tcp;
  private final DataInputStream in;
  private final OutputStream out;
  private final boolean compresses;
  private int closeCode = -1;
  private long received;
  private int compressedMessages;

  private Socket(java.net.Socket tcp, boolean compresses) throws IOException {
    this.tcp = tcp;
    this.compresses = compresses;
    this.in = new DataInputStream(new BufferedInputStream(tcp.getInputStream(), 512));
    this.out = tcp.getOutputStream();
  }

  /** Connects to a server and shakes hands. */
  public static Socket open(String url) throws IOException {
    return open(url, new java.net.Socket(), false);
  }

  /** The same, and agrees on compression. */
  public static Socket openCompressed(String url) throws IOException {
    return open(url, new java.net.Socket(), true);
  }

  /** The same; the system holds little for a client that does not read. */
  public static Socket openNarrow(String url) throws IOException {
    return open(url, narrow(), false);
  }

  /** The same, and agrees on compression. */
  public static Socket openNarrowCompressed(String url) throws IOException {
    return open(url, narrow(), true);
  }

  private static java.net.Socket narrow() throws IOException {
    java.net.Socket tcp = new java.net.Socket();
    tcp.setReceiveBufferSize(16 * 1024);
    return tcp;
  }

  private static Socket open(String url, java.net.Socket tcp, boolean compresses)
      throws IOException {
    URI uri = URI.create(url);
    tcp.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), TIMEOUT_MILLIS);
    tcp.setSoTimeout(TIMEOUT_MILLIS);
    tcp.setTcpNoDelay(true);
    Socket socket = new Socket(tcp, compresses);
    socket.shakeHands(uri.getAuthority());
    return socket;
  }

  private void shakeHands(String host) throws IOException {
    String request =
        """
        GET /v1/connect HTTP/1.1\r
        Host: %s\r
        Connection: Upgrade\r
        Upgrade: websocket\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        Sec-WebSocket-Protocol: parley.v1\r
        %s\r
        """
            .formatted(host, compresses ? "Sec-WebSocket-Extensions: permessage-deflate\r\n" : "");
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    boolean agreed = head.indexOf("permessage-deflate") >= 0;
    if (!head.toString().startsWith("HTTP/1.1 101 ") || agreed != compresses) {
      throw new IOException("Not the WebSocket that was asked for: " + head);
    }
  }

  /** Sends one text frame. */
  public void send(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (compresses) {
      send(COMPRESSED | 1, Deflate.compress(utf8));
    } else {
      send(1, utf8);
    }
  }

  /** Sends one whole frame, masked, with this in the lower bits of its first byte. */
  public synchronized void send(int opcode, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
    frame.put((byte) (0x80 | opcode));
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else if (payload.length < 65_536) {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    } else {
      frame.put((byte) (0x80 | 127)).putLong(payload.length);
    }
    byte[] mask = {1, 2, 3, 4};
    frame.put(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ mask[i & 3]));
    }
    out.write(frame.array(), 0, frame.position());
  }

  /**
   * The next text message; pings are answered on the way.
   *
   * @throws java.io.EOFException when the connection has closed; see {@link #closeCode}
   */
  public String next() throws IOException {
    while (true) {
      int first = in.readUnsignedByte();
      byte[] payload = new byte[length()];
      in.readFully(payload);
      received += payload.length;
      switch (first & 15) {
        case 1 -> {
          return new String(content(first, payload), StandardCharsets.UTF_8);
        }
        case 8 ->
            closeCode = payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff;
        case 9 -> send(10, payload);
        default -> {}
      }
    }
  }

  private byte[] content(int first, byte[] payload) throws IOException {
    if ((first & COMPRESSED) == 0) {
      return payload;
    }
    if (!compresses) {
      throw new IOException("Compressed, and nobody agreed on that");
    }
    compressedMessages++;
    return Deflate.inflate(payload);
  }

  /** How many bytes of payload have come. */
  public long received() {
    return received;
  }

  /** How many messages have come compressed. */
  public int compressedMessages() {
    return compressedMessages;
  }

  private int length() throws IOException {
    int length = in.readUnsignedByte();
    return switch (length) {
      case 126 -> in.readUnsignedShort();
      case 127 -> Math.toIntExact(in.readLong());
      default -> length;
    };
  }

  /** Reads until the connection has closed, and tells with which code; -1 for none. */
  public int closeCode() {
    try {
      while (true) {
        next();
      }
    } catch (IOException e) {
      return closeCode;
    }
  }

  /** Cuts the connection without a word. */
  @Override
  public void close() {
    try {
      tcp.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
