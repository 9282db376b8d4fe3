package im.parley.bench.contender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the disk and SQLite alone allow: one thread inserts so many rows and commits them. */
public final class BareLoop {

  private static final String TEXT = "x".repeat(200);
  private static final int WARM_UP_COMMITS = 200;

  private BareLoop() {}

  /** Measures in a process of its own, on the server's core. */
  public static double rowsPerSecond(int rowsPerCommit, int seconds) {
    List<String> command = new ArrayList<>(Cores.SERVER);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            BareLoop.class.getName(),
            Integer.toString(rowsPerCommit),
            Integer.toString(seconds)));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String answer =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return Double.parseDouble(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Prints rows a second: {@code BareLoop ROWS-A-COMMIT SECONDS}. */
  public static void main(String[] arguments) throws IOException, SQLException {
    int rows = Integer.parseInt(arguments[0]);
    long nanos = Long.parseLong(arguments[1]) * 1_000_000_000L;
    Path file = Files.createTempDirectory("parley-bare").resolve("bare.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute(
          "CREATE TABLE event (place INTEGER PRIMARY KEY, at INTEGER, by TEXT, key TEXT, text"
              + " TEXT)");
      statement.execute("CREATE UNIQUE INDEX event_by_key ON event (key, by)");
      connection.setAutoCommit(false);
      System.out.println(measure(connection, rows, nanos));
    }
  }

  private static double measure(Connection connection, int rows, long nanos) throws SQLException {
    String sql = "INSERT INTO event VALUES (?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      long place = 0;
      for (int commit = 0; commit < WARM_UP_COMMITS; commit++) {
        place = commit(connection, insert, place, rows);
      }
      long first = place;
      long start = System.nanoTime();
      while (System.nanoTime() - start < nanos) {
        place = commit(connection, insert, place, rows);
      }
      return (place - first) * 1e9 / (System.nanoTime() - start);
    }
  }

  private static long commit(Connection connection, PreparedStatement insert, long from, int rows)
      throws SQLException {
    for (long place = from; place < from + rows; place++) {
      insert.setLong(1, place);
      insert.setLong(2, System.currentTimeMillis());
      insert.setString(3, "u" + place % rows);
      insert.setString(4, "key-" + (1_000_000_000L + place));
      insert.setString(5, TEXT);
      insert.executeUpdate();
    }
    connection.commit();
    return from + rows;
  }
}
