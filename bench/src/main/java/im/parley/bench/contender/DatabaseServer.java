package im.parley.bench.contender;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A server of PostgreSQL, on which each contender gets a database of its own. They are dropped at
 * the end.
 */
public final class DatabaseServer implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);

  private final URI uri;
  private final LongSupplier cpuNanos;
  private final Runnable end;
  private final List<String> made = new ArrayList<>();

  private DatabaseServer(URI uri, LongSupplier cpuNanos, Runnable end) {
    this.uri = uri;
    this.cpuNanos = cpuNanos;
    this.end = end;
  }

  /**
   * A server that runs already.
   *
   * @param url of any database of it, like {@code postgresql://user:password@host:5432/name}, whose
   *     user may make others
   */
  public static DatabaseServer at(String url) {
    return new DatabaseServer(URI.create(url), () -> 0, () -> {});
  }

  /**
   * A server that lives as long as this. Unlike one for tests it waits for the disk, and it has the
   * settings that docs/operating.md recommends. It may use every core.
   */
  public static DatabaseServer embedded() {
    try {
      Path data = Files.createTempDirectory("parley-bench-postgres");
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setPGStartupWait(START)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("shared_buffers", "1GB")
              .setServerConfig("max_wal_size", "4GB")
              .setServerConfig("wal_compression", "on")
              .start();
      long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
      Cores.allowAll(pid);
      return new DatabaseServer(
          URI.create("postgresql://postgres@localhost:" + server.getPort() + "/postgres"),
          () -> cpuNanos(pid),
          () -> close(server));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long cpuNanos(long pid) {
    return ProcessHandle.of(pid)
        .map(ProcessHandle::children)
        .orElseThrow()
        .mapToLong(child -> lastCpuNanos(child.pid()))
        .sum();
  }

  /** Of a process that may end at any time. */
  private static long lastCpuNanos(long pid) {
    try {
      return new ProcessFigures(pid).cpuNanos();
    } catch (UncheckedIOException ended) {
      return 0;
    }
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The URL of a new database, with nothing in it. */
  public String fresh() {
    String name = "parley_bench_" + ProcessHandle.current().pid() + "_" + made.size();
    run("CREATE DATABASE " + name);
    made.add(name);
    return uri.resolve("/" + name + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
        .toString();
  }

  /** CPU time of all its processes so far; 0 if it runs elsewhere. */
  public long cpuNanos() {
    return cpuNanos.getAsLong();
  }

  @Override
  public void close() {
    made.forEach(name -> run("DROP DATABASE " + name + " WITH (FORCE)"));
    end.run();
  }

  private void run(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql + " failed: " + e.getMessage(), e);
    }
  }

  private Connection connect() throws SQLException {
    String[] who = String.valueOf(uri.getUserInfo()).split(":", 2);
    String url = "jdbc:" + uri.toString().replace(uri.getRawUserInfo() + "@", "");
    return DriverManager.getConnection(url, who[0], who.length > 1 ? who[1] : "");
  }
}
