package im.parley.bench.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads pages over one HTTP connection that stays open, and does no more than it must. */
public final class PageReader implements AutoCloseable {

  private static final String LENGTH = "content-length: ";

  private final Socket socket;
  private final InputStream in;
  private final String headers;

  /** Connects, as someone with this token. */
  public PageReader(int port, String token) {
    try {
      this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
      this.socket.setTcpNoDelay(true);
      this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
      this.headers = " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n\r\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a page whole; any answer but 200 is an error. */
  public byte[] read(String path) {
    try {
      byte[] request = ("GET " + path + headers).getBytes(StandardCharsets.US_ASCII);
      socket.getOutputStream().write(request);
      String status = line();
      if (!status.startsWith("HTTP/1.1 200")) {
        throw new IllegalStateException(path + " was answered with " + status);
      }
      int length = 0;
      for (String line = line(); !line.isEmpty(); line = line()) {
        String header = line.toLowerCase(Locale.ROOT);
        if (header.startsWith(LENGTH)) {
          length = Integer.parseInt(header.substring(LENGTH.length()));
        }
      }
      return in.readNBytes(length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.write(c);
    }
    return line.toString(StandardCharsets.US_ASCII).strip();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
