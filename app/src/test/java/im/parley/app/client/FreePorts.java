package im.parley.app.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that end and come back: below those that a system gives to clients (on Linux
 * from 32,768), so that meanwhile no client gets one by chance.
 */
final class FreePorts {

  private static final int FIRST = 20_000;
  private static final int AFTER_LAST = 32_768;

  private FreePorts() {}

  /** A port on which nobody listens. */
  static int next() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (IOException e) {
        // Somebody has it: another one.
      }
    }
  }
}
