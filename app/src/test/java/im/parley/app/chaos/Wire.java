package im.parley.app.chaos;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The wire between a node and what it needs: it can be silent, and be cut in the wrong moment. */
final class Wire implements Closeable {

  /** The driver gives the statement a name, and says only that afterwards. */
  private static final Pattern NAMED_COMMIT = Pattern.compile("(?<name>S_\\d+)\0COMMIT\0");

  /** By this the connection that writes is known. */
  private static final String WRITING = "INSERT INTO event";

  private final int target;
  private final ServerSocket listener;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean cutsNextCommit = new AtomicBoolean();
  private boolean silent;

  private Wire(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
  }

  /** A wire to this port. */
  static Wire to(int target) throws IOException {
    Wire wire = new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
    Thread.ofVirtual().start(wire::accept);
    return wire;
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Whether it holds what is sent, both ways; nobody is told. */
  synchronized void silent(boolean held) {
    silent = held;
    notifyAll();
  }

  private synchronized void awaitVoice() throws InterruptedException {
    while (silent) {
      wait();
    }
  }

  /** The next commit of the connection that writes is done, and the node never hears of it. */
  void cutNextCommit() {
    cutsNextCommit.set(true);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        connect(listener.accept());
      } catch (IOException e) {
        // Closed, or what it leads to is not there: whoever waits finds out.
      }
    }
  }

  private void connect(Socket near) throws IOException {
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      Link link = new Link(near, far);
      Thread.ofVirtual().start(link::carryQuestions);
      Thread.ofVirtual().start(link::carryAnswers);
    } catch (IOException e) {
      near.close();
      throw e;
    }
  }

  private final class Link {

    private final Socket near;
    private final Socket far;
    private boolean writes;
    private String commit = "";

    Link(Socket near, Socket far) throws IOException {
      this.near = near;
      this.far = far;
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      sockets.add(near);
      sockets.add(far);
    }

    void carryQuestions() {
      carry(near, far);
    }

    void carryAnswers() {
      carry(far, near);
    }

    private void carry(Socket from, Socket to) {
      byte[] buffer = new byte[64 * 1024];
      try (from;
          to) {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          awaitVoice();
          out.write(buffer, 0, count);
          if (from.equals(near) && isCommit(buffer, count) && cutsNextCommit.getAndSet(false)) {
            return;
          }
        }
      } catch (IOException e) {
        // One side is gone, and takes the other along.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        sockets.remove(from);
        sockets.remove(to);
      }
    }

    private boolean isCommit(byte[] buffer, int count) {
      String asked = new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
      writes |= asked.contains(WRITING);
      Matcher named = NAMED_COMMIT.matcher(asked);
      if (named.find()) {
        commit = named.group("name");
      }
      return writes && !commit.isEmpty() && asked.contains("\0" + commit + "\0");
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
