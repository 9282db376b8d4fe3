package im.parley.app.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A push service on this machine, for any number of browsers. */
public final class PushReceiver implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, BlockingQueue<Pushed>> pushed = new ConcurrentHashMap<>();
  private final Map<String, Queue<Integer>> answers = new ConcurrentHashMap<>();

  private PushReceiver(HttpServer server) {
    this.server = server;
  }

  /** What was sent to a browser. */
  public record Pushed(Headers headers, ByteBuffer body) {}

  /** Starts one on a port of its own. */
  public static PushReceiver start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    PushReceiver receiver = new PushReceiver(server);
    server.createContext("/", receiver::receive);
    server.start();
    return receiver;
  }

  /** Where it is. */
  public String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The endpoint of a browser. */
  public String endpoint(String browser) {
    return origin() + "/" + browser;
  }

  /** With these statuses it answers what is sent to a browser, in turn; then with 201. */
  public void answer(String browser, Integer... statuses) {
    answers(browser).addAll(List.of(statuses));
  }

  /** What a browser is sent next; waits for it. */
  public Pushed next(String browser) throws InterruptedException {
    return pushed(browser).take();
  }

  /** How much a browser was sent that was not asked for yet. */
  public int left(String browser) {
    return pushed(browser).size();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      String browser = exchange.getRequestURI().getPath().substring(1);
      byte[] body = exchange.getRequestBody().readAllBytes();
      Integer status = answers(browser).poll();
      if (status != null && status >= 500) {
        exchange.getResponseHeaders().set("Retry-After", "1");
      }
      exchange.sendResponseHeaders(status == null ? 201 : status, -1);
      pushed(browser).add(new Pushed(exchange.getRequestHeaders(), ByteBuffer.wrap(body)));
    }
  }

  private BlockingQueue<Pushed> pushed(String browser) {
    return pushed.computeIfAbsent(browser, _ -> new LinkedBlockingQueue<>());
  }

  private Queue<Integer> answers(String browser) {
    return answers.computeIfAbsent(browser, _ -> new ConcurrentLinkedQueue<>());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
