package im.parley.cluster.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/** Speaks TLS before a server of Redis that does not. */
final class TlsWire implements AutoCloseable {

  private static final int BACKLOG = 50;

  private final ServerSocket door;
  private final int redis;

  TlsWire(Certificate shown, int redis) throws IOException, GeneralSecurityException {
    SSLContext context = shown.context();
    InetAddress here = InetAddress.getLoopbackAddress();
    this.door = context.getServerSocketFactory().createServerSocket(0, BACKLOG, here);
    this.redis = redis;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), redis);
        Thread.ofVirtual().start(() -> carry(client, server));
        Thread.ofVirtual().start(() -> carry(server, client));
      } catch (IOException e) {
        if (!door.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static void carry(Socket from, Socket to) {
    try (from;
        to) {
      byte[] some = new byte[8_192];
      for (int count = from.getInputStream().read(some);
          count >= 0;
          count = from.getInputStream().read(some)) {
        to.getOutputStream().write(some, 0, count);
        to.getOutputStream().flush();
      }
    } catch (IOException e) {
      // One of them has hung up.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
