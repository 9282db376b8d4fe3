package im.parley.store.postgres;

import im.parley.store.contract.OpenStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of its own for each test, on one server for all of them, with current tables. */
record TestDatabase(int port, String name) {

  private static final String TEMPLATE = "parley_template";

  /** The server that all tests of this process use; it ends with the process. */
  private static final class Shared {

    static final EmbeddedPostgres SERVER = start();
    static final AtomicInteger COUNT = new AtomicInteger();

    private Shared() {}

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        run(server, "CREATE DATABASE " + TEMPLATE);
        PostgresSchema.bringUpToDate(
            Database.of(new TestDatabase(server.getPort(), TEMPLATE).url()));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** A new one, with nothing in it. */
  static TestDatabase fresh() {
    String name = "test_" + Shared.COUNT.incrementAndGet();
    try {
      run(Shared.SERVER, "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new TestDatabase(Shared.SERVER.getPort(), name);
  }

  private static void run(EmbeddedPostgres server, String sql) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The same by another way to it. */
  TestDatabase through(int otherPort) {
    return new TestDatabase(otherPort, name);
  }

  String url() {
    return "postgresql://postgres@localhost:" + port + "/" + name;
  }

  /** Opens the store in it, with a listener that remembers. */
  OpenStore open(InstantSource clock) {
    return open(Sharing.MANY_SERVERS, clock);
  }

  /** The same, alone or with others. */
  OpenStore open(Sharing sharing, InstantSource clock) {
    return OpenStore.with(listener ->
        PostgresStore.open(
            Database.of(url()), sharing, listener, new SimpleMeterRegistry(), clock));
  }
}
