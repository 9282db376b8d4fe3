package im.parley.app.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server of somebody else's, which is told what happens and answers well or badly. */
public final class Receiver implements AutoCloseable {

  /** How a request is answered. */
  public enum Answer {
    /** 204, or 200 and what it was told to say. */
    TAKEN,
    /** To itself: whoever follows it is seen. */
    REDIRECT,
    /** 200, and more than anybody wants to read. */
    TOO_MUCH,
    /** Not at all. */
    NEVER
  }

  /** One request. */
  public record Request(Headers headers, String body) {

    /** A header field. */
    public String header(String name) {
      return headers.getFirst(name);
    }
  }

  private static final int TOO_MUCH = 1024 * 1024;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final ConcurrentLinkedQueue<Answer> plan = new ConcurrentLinkedQueue<>();
  private final HttpServer server;
  private volatile String said = "";

  public Receiver() throws IOException {
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where it is. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/told?by=parley";
  }

  /** The next requests are answered so, those after them well. */
  public void plan(Answer... next) {
    plan.addAll(List.of(next));
  }

  /** Whatever is taken is answered with this from now on. */
  public void say(String body) {
    said = body;
  }

  /** The next request, once it comes. */
  public Request next() throws InterruptedException {
    Request request = requests.poll(60, TimeUnit.SECONDS);
    if (request == null) {
      throw new AssertionError("Nothing was told");
    }
    return request;
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = said.getBytes(StandardCharsets.UTF_8);
    if (body.length == 0) {
      exchange.sendResponseHeaders(204, -1);
    } else {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Answer answer = plan.poll();
    requests.add(new Request(exchange.getRequestHeaders(), body));
    switch (answer == null ? Answer.TAKEN : answer) {
      case TAKEN -> take(exchange);
      case REDIRECT -> {
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        exchange.sendResponseHeaders(302, -1);
      }
      case TOO_MUCH -> {
        exchange.sendResponseHeaders(200, TOO_MUCH);
        exchange.getResponseBody().write(new byte[TOO_MUCH]);
      }
      case NEVER -> {
        return;
      }
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
