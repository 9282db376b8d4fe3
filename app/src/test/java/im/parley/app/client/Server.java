package im.parley.app.client;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real server in a process of its own, that can be killed. */
public final class Server implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("Open (http://[^/]+)/ ");
  private static final Pattern ADMIN = Pattern.compile("(http://[^/]+)/metrics");

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final ConcurrentLinkedQueue<String> log;
  private final String url;
  private final String adminUrl;

  private Server(Process process, ConcurrentLinkedQueue<String> log, String url, String adminUrl) {
    this.process = process;
    this.log = log;
    this.url = url;
    this.adminUrl = adminUrl;
  }

  /** Starts a server on a directory, on a port of its own, and waits until it is ready. */
  public static Server start(Path data, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path")
                .replace("/test-classes" + File.pathSeparator, "/none" + File.pathSeparator),
            "im.parley.app.Main",
            "serve",
            "--port",
            "0",
            "--data",
            data.toString()));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).start();
    ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
    Thread.ofVirtual().start(() -> process.errorReader().lines().forEach(log::add));
    BufferedReader out = process.inputReader();
    return new Server(process, log, find(READY, out, log), find(ADMIN, out, log));
  }

  private static String find(Pattern pattern, BufferedReader out, Iterable<String> log)
      throws IOException {
    String line = out.readLine();
    Matcher matcher = pattern.matcher(line == null ? "" : line);
    if (!matcher.find()) {
      throw new IOException("The server did not start: " + line + "\n" + String.join("\n", log));
    }
    return matcher.group(1);
  }

  public String url() {
    return url;
  }

  public String adminUrl() {
    return adminUrl;
  }

  public long pid() {
    return process.pid();
  }

  /** What the server has logged so far. */
  public List<String> log() {
    return List.copyOf(log);
  }

  /** Makes an account; the access token of its first session. */
  public String register(String username) throws IOException, InterruptedException {
    Json body = Json.of("username", username, "password", "correct horse battery");
    return post("/v1/accounts", body, "").text("accessToken");
  }

  /** A request with a body, as a signed-in user or with an empty token as nobody. */
  public Json post(String path, Json body, String token) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return Json.parse(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
  }

  /** What a GET answers. */
  public String get(String anyUrl, String token) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(anyUrl));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  /** SIGKILL: nothing is finished, nothing is said. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM; the exit status, once it has come. */
  public int terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("The server did not end within 30 s");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
