package im.parley.store.sqlite;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;

/**
 * What the disk and SQLite alone allow, to compare the store with: one thread inserts rows of the
 * log in transactions of a given size. {@code BareLoop DIRECTORY SECONDS}.
 */
final class BareLoop {

  private static final String TEXT = "x".repeat(200);

  private BareLoop() {}

  public static void main(String[] arguments) throws Exception {
    Path directory =
        Files.createTempDirectory(Files.createDirectories(Path.of(arguments[0])), "bare");
    long seconds = Long.parseLong(arguments[1]);
    Path database = directory.resolve("bare.db");
    try (DatabaseConnection connection = DatabaseConnection.writer(database)) {
      Schema.bringUpToDate(connection, database);
      Founding.epoch(connection, InstantSource.system());
      long place = Place.of(1, 1);
      place = run(connection, place, 100, 3);
      for (int batch : new int[] {1, 10, 100, 500}) {
        place = run(connection, place, batch, seconds);
      }
    }
  }

  private static long run(DatabaseConnection connection, long from, int batch, long seconds)
      throws SQLException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    long place = from;
    while (System.nanoTime() - start < seconds * 1_000_000_000L) {
      connection.query("BEGIN IMMEDIATE").run();
      for (int i = 0; i < batch; i++) {
        insert(connection, place++);
      }
      connection.query("COMMIT").run();
    }
    double elapsed = (System.nanoTime() - start) / 1e9;
    double micros = (system.getProcessCpuTime() - cpu) / 1e3 / (place - from);
    System.out.printf(
        "%5d a commit %,9.0f rows/s  %5.1f us CPU each%n", batch, (place - from) / elapsed, micros);
    return place;
  }

  private static void insert(DatabaseConnection connection, long place) throws SQLException {
    connection
        .query(
            """
            INSERT INTO event (place, at, by, key, type, messages, text)
            VALUES (?, ?, ?, ?, 'message.posted', ?, ?)
            """)
        .bind(place)
        .bind(System.currentTimeMillis())
        .bind("u" + place % 1_000)
        .bind(Keys.timeOrdered().value())
        .bind(Place.seq(place))
        .bind(TEXT)
        .update();
  }
}
