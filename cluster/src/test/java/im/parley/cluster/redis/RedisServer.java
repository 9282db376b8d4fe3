package im.parley.cluster.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/** A real server of Redis in a process of its own, that can be killed, held, and begun again. */
public final class RedisServer implements AutoCloseable {

  private static final int TRIES = 600;

  private final String program;
  private final int port;
  private Process process;

  private RedisServer(String program, int port) throws IOException {
    this.program = program;
    this.port = port;
    this.process = run();
  }

  /** Starts one that is empty, on a port of its own, and waits until it answers. */
  public static RedisServer start() throws IOException {
    Path program = ExecutableProvider.newJarResourceProvider().get().toPath();
    return new RedisServer(program.toString(), freePort());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Process run() throws IOException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1"));
    command.addAll(List.of("--save", "", "--appendonly", "no"));
    Process started =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    awaitAnswer(started);
    return started;
  }

  private void awaitAnswer(Process started) throws IOException {
    for (int tries = 0; tries < TRIES && started.isAlive(); tries++) {
      try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        pause();
      }
    }
    throw new IOException("Redis did not start on port " + port);
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  public int port() {
    return port;
  }

  /** Its address, as the server's setting names it. */
  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** SIGKILL: everything that it knew is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** The same server again, empty. */
  public void startAgain() throws IOException {
    process = run();
  }

  /** Holds it, or lets it go on: connections stay, nothing is answered. */
  public void hold(boolean held) throws IOException, InterruptedException {
    String signal = held ? "-STOP" : "-CONT";
    new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
