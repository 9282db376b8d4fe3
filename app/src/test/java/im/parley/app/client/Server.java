package im.parley.app.client;

import im.parley.cluster.fixture.FreePorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A real server in a process of its own, that can be killed. */
public final class Server implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("Open (http://[^/]+)/ ");
  private static final Pattern ADMIN = Pattern.compile("(http://[^/]+)/metrics");

  private final ProcessBuilder program;
  private final Process process;
  private final ConcurrentLinkedQueue<String> log;
  private final String url;
  private final String adminUrl;

  private Server(
      ProcessBuilder program,
      Process process,
      ConcurrentLinkedQueue<String> log,
      String url,
      String adminUrl) {
    this.program = program;
    this.process = process;
    this.log = log;
    this.url = url;
    this.adminUrl = adminUrl;
  }

  /** Starts a server on a directory, on a port of its own, and waits until it is ready. */
  public static Server start(Path data, String... options) throws IOException {
    return start(Map.of(), data, options);
  }

  /** The same, with these further variables in its environment. */
  public static Server start(Map<String, String> environment, Path data, String... options)
      throws IOException {
    ProcessBuilder program = Program.with(arguments(FreePorts.next(), data, options));
    program.environment().putAll(environment);
    return start(program);
  }

  /** Starts a server where another has ended. */
  public static Server startAgain(Server former, Path data, String... options) throws IOException {
    return start(Program.with(arguments(port(former), data, options)));
  }

  /** Starts a server some of whose classes are others, on a port of its own. */
  public static Server startPatched(Path classes, Path data, String... options) throws IOException {
    return start(Program.patched(classes, arguments(FreePorts.next(), data, options)));
  }

  /** Starts this server again, which has ended, where and as it was. */
  public Server startAgain() throws IOException {
    return start(program);
  }

  private static int port(Server server) {
    return URI.create(server.url).getPort();
  }

  private static List<String> arguments(int port, Path data, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of("serve", "--port", Integer.toString(port), "--data", data.toString()));
    arguments.addAll(List.of(options));
    return arguments;
  }

  private static Server start(ProcessBuilder program) throws IOException {
    Process process = program.start();
    ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
    CompletableFuture<Void> logged =
        CompletableFuture.runAsync(
            () -> process.errorReader().lines().forEach(log::add), Thread::startVirtualThread);
    BufferedReader out = process.inputReader();
    Optional<String> url = find(READY, out.readLine());
    Optional<String> adminUrl = find(ADMIN, out.readLine());
    if (url.isEmpty() || adminUrl.isEmpty()) {
      process.destroyForcibly();
      logged.join();
      throw new IOException("The server did not start: " + String.join("\n", log));
    }
    return new Server(program, process, log, url.get(), adminUrl.get());
  }

  private static Optional<String> find(Pattern pattern, @Nullable String line) {
    Matcher matcher = pattern.matcher(line == null ? "" : line);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
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
    Json body = Json.of("username", username, "password", Person.PASSWORD);
    return http("").post("/v1/accounts", body).json(201).text("accessToken");
  }

  /** Someone with this access token; nobody, if it is empty. */
  public Http http(String token) {
    return new Http(url, token);
  }

  /** An operator. */
  public Http admin() {
    return new Http(adminUrl, "");
  }

  /** What operators see now. */
  public Metrics metrics() throws IOException, InterruptedException {
    return Metrics.parse(admin().get("/metrics").body());
  }

  /** SIGKILL: nothing is finished, nothing is said. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGSTOP, or SIGCONT: the process stands still, and its connections stay. */
  public void hold(boolean held) throws IOException, InterruptedException {
    String signal = held ? "-STOP" : "-CONT";
    new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
  }

  /** SIGTERM; the exit status, once it has come. */
  public int terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("The server did not end within 30 s");
    }
    return process.exitValue();
  }

  /** Ends the process; when this returns it writes no more. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
