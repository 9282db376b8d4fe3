package im.parley.app.client;

import im.parley.cluster.fixture.FreePorts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server of PostgreSQL for one test, whose commits are on disk; it can be killed. */
public final class Postgres implements AutoCloseable {

  private static final int TRIES = 300;

  private final Path directory;
  private final EmbeddedPostgres server;
  private final List<String> command;
  private ProcessHandle process;

  private Postgres(Path directory) throws IOException {
    this.directory = directory;
    this.server =
        EmbeddedPostgres.builder()
            .setDataDirectory(directory)
            .setServerConfig("fsync", "on")
            .setPort(FreePorts.next())
            .start();
    this.process = postmaster();
    this.command = command(process.info());
  }

  /** Starts one with an empty database, on a port of its own. */
  public static Postgres start() {
    try {
      return new Postgres(Files.createTempDirectory("parley-postgres"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessHandle postmaster() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid")).getFirst());
    return ProcessHandle.of(pid).orElseThrow();
  }

  /** What the server was started with; it refuses to run as root. */
  private static List<String> command(ProcessHandle.Info info) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(info.command().orElseThrow());
    command.addAll(List.of(info.arguments().orElseThrow()));
    return command;
  }

  /** The database, as the server's setting names it. */
  public String url() {
    return url(port());
  }

  /** The same, by way of another port. */
  public String url(int port) {
    return "postgresql://postgres@localhost:" + port + "/postgres";
  }

  public int port() {
    return server.getPort();
  }

  /** Carries out a statement, as its administrator. */
  public void execute(String statement) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        var prepared = connection.createStatement()) {
      prepared.execute(statement);
    }
  }

  /** SIGKILL: what was committed is on the disk, nothing else is. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** The same server again, with what is on its disk. */
  public void startAgain() throws IOException, InterruptedException {
    for (int tries = 0; tries < TRIES; tries++) {
      Process started =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process = started.toHandle();
      // It ends at once while processes of the killed one are still on their way out.
      if (!started.waitFor(200, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
    throw new IOException("PostgreSQL did not start again");
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
