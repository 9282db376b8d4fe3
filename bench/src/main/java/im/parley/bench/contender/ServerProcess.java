package im.parley.bench.contender;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running server, alone on the first core. */
public final class ServerProcess implements AutoCloseable {

  private static final Pattern READY =
      Pattern.compile("ready (\\d+)|Parley is ready. Open http://[^:]+:(\\d+)/.*");
  private static final long GRACE_SECONDS = 15;

  private final Contender contender;
  private final Process process;
  private final int port;
  private final long readyNanos;

  private ServerProcess(Contender contender, Process process, int port, long readyNanos) {
    this.contender = contender;
    this.process = process;
    this.port = port;
    this.readyNanos = readyNanos;
  }

  /** A contender that cannot run on this machine. */
  public static final class Unavailable extends Exception {

    private static final long serialVersionUID = 1L;

    Unavailable(String why) {
      super(why);
    }
  }

  /**
   * Starts a server and waits until it says that it is ready.
   *
   * @param home the checkout
   * @param data its directory, which it makes if need be
   * @param options more of its own options
   * @param javaOptions more options for the Java runtime, if it runs on one
   * @throws Unavailable if it ends instead; the message is its last word
   */
  public static ServerProcess start(
      Contender contender, Path home, Path data, List<String> options, List<String> javaOptions)
      throws Unavailable {
    List<String> command = new ArrayList<>(Cores.SERVER);
    command.addAll(contender.command(home, data, options));
    long start = System.nanoTime();
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
      if (!javaOptions.isEmpty()) {
        builder.environment().put("JDK_JAVA_OPTIONS", String.join(" ", javaOptions));
      }
      Process process = builder.start();
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      String last = "";
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        last = line;
        Optional<Integer> port = port(line);
        if (port.isPresent()) {
          return new ServerProcess(contender, process, port.get(), System.nanoTime() - start);
        }
      }
      throw new Unavailable(contender.title() + " did not start: " + last);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Integer> port(String line) {
    Matcher matcher = READY.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String port = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return Optional.of(Integer.parseInt(port));
  }

  /** Which one it is. */
  public Contender contender() {
    return contender;
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** How long it took to be ready. */
  public long readyNanos() {
    return readyNanos;
  }

  /**
   * Has it collect its garbage, if it is one that can be asked.
   *
   * @return how many bytes of its heap are in use; 0 if it cannot tell
   */
  public long collect() {
    return contender.isParley() ? HeapOfJava.collect(process.pid()) : 0;
  }

  /** What the kernel says of it. */
  public ProcessFigures figures() {
    return new ProcessFigures(process.pid());
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL: it says goodbye to nobody. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Ends it, by force if it takes too long. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
