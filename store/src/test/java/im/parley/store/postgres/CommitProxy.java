package im.parley.store.postgres;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands between the store and its database, and breaks off where it matters. */
final class CommitProxy implements Closeable {

  /** What happens to the next commit of the connection that writes. */
  enum Cut {
    NONE,

    /** The database never hears of it. */
    BEFORE_IT_ARRIVES,

    /** The database does it, and the answer is lost. */
    BEFORE_ITS_ANSWER
  }

  /** The driver gives the statement a name, and says only that afterwards. */
  private static final Pattern NAMED_COMMIT = Pattern.compile("(?<name>S_\\d+)\0COMMIT\0");

  /** By this the connection that writes is known. */
  private static final String WRITING = "INSERT INTO event";

  private final int target;
  private final ServerSocket listener;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Cut next = Cut.NONE;
  private volatile boolean down;

  private CommitProxy(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
  }

  /** Starts one before the database on this port. */
  static CommitProxy before(int target) throws IOException {
    CommitProxy proxy =
        new CommitProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
    Thread.ofVirtual().start(proxy::accept);
    return proxy;
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Has the next commit cut. */
  void cut(Cut where) {
    next = where;
  }

  /** Nobody comes through, and whoever was through is thrown out. */
  void goDown() {
    down = true;
    sockets.forEach(CommitProxy::close);
  }

  /** Lets everyone through again. */
  void comeBack() {
    down = false;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        if (down) {
          client.close();
          continue;
        }
        connect(client);
      } catch (IOException e) {
        // Closed, or the database is not there: whoever waits finds out.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
    sockets.add(client);
    sockets.add(server);
    Link link = new Link(client, server);
    Thread.ofVirtual().start(link::carryQuestions);
    Thread.ofVirtual().start(link::carryAnswers);
  }

  private final class Link {

    private final Socket client;
    private final Socket server;
    private boolean writes;
    private String commit = "";
    private volatile boolean answerIsLost;

    Link(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void carryQuestions() {
      byte[] buffer = new byte[64 * 1024];
      try (client;
          server) {
        InputStream in = client.getInputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          String asked = new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
          writes |= asked.contains(WRITING);
          if (isCommit(asked) && writes) {
            Cut cut = next;
            next = Cut.NONE;
            if (cut == Cut.BEFORE_IT_ARRIVES) {
              return;
            }
            answerIsLost = cut == Cut.BEFORE_ITS_ANSWER;
          }
          server.getOutputStream().write(buffer, 0, count);
        }
      } catch (IOException e) {
        // One side is gone, and takes the other along.
      }
    }

    private boolean isCommit(String asked) {
      Matcher named = NAMED_COMMIT.matcher(asked);
      if (named.find()) {
        commit = named.group("name");
      }
      return !commit.isEmpty() && asked.contains("\0" + commit + "\0");
    }

    void carryAnswers() {
      byte[] buffer = new byte[64 * 1024];
      try (client;
          server) {
        InputStream in = server.getInputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          if (answerIsLost) {
            return;
          }
          client.getOutputStream().write(buffer, 0, count);
        }
      } catch (IOException e) {
        // One side is gone, and takes the other along.
      }
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone, as it should be.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    goDown();
  }
}
