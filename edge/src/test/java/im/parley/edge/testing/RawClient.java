package im.parley.edge.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A TCP connection that sends what it is told, byte for byte. */
public final class RawClient implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket = new Socket();
  private final DataInputStream in;

  public RawClient(int port) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
    this.in = new DataInputStream(socket.getInputStream());
  }

  /** An answer, taken apart; header names in lower case. */
  public record Answer(int status, List<String> headers, String body) {

    /** The value of the first header of this name; empty when there is none. */
    public String header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ": ";
      return headers.stream()
          .filter(line -> line.startsWith(start))
          .map(line -> line.substring(start.length()))
          .findFirst()
          .orElse("");
    }
  }

  public RawClient send(String latin1) throws IOException {
    return send(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  public RawClient send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** Sends, whether or not the server still takes it. */
  public RawClient sendAnyway(byte[] bytes) throws IOException {
    try {
      return send(bytes);
    } catch (SocketException _) {
      return this; // closed already: what it said is still to be read
    }
  }

  /** Reads one answer with its Content-Length. */
  public Answer answer() throws IOException {
    List<String> lines = head().lines().toList();
    int status = Integer.parseInt(lines.getFirst().substring(9, 12));
    List<String> headers = new ArrayList<>();
    for (String line : lines.subList(1, lines.size() - 1)) {
      int colon = line.indexOf(':');
      headers.add(line.substring(0, colon).toLowerCase(Locale.ROOT) + line.substring(colon));
    }
    Answer answer = new Answer(status, headers, "");
    String length = answer.header("content-length");
    byte[] body = new byte[length.isEmpty() ? 0 : Integer.parseInt(length)];
    in.readFully(body);
    return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
  }

  /** Reads to the empty line. */
  public String head() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int newlines = 0;
    while (newlines < 2) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException("closed after: " + head.toString(StandardCharsets.ISO_8859_1));
      }
      head.write(b);
      newlines = b == '\n' ? newlines + 1 : b == '\r' ? newlines : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  /** Reads until the server closes, and gives what came; fails if it does not close. */
  public byte[] readToEnd() throws IOException {
    return in.readAllBytes();
  }

  /** Waits until the server closes, by FIN or by RST; what still comes is passed over. */
  public void awaitClose() throws IOException {
    try {
      readToEnd();
    } catch (SocketException e) {
      if (!"Connection reset".equals(e.getMessage())) {
        throw e;
      }
    }
  }

  public DataInputStream in() {
    return in;
  }

  public Socket socket() {
    return socket;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
