package im.parley.app.client;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A server of PostgreSQL for one test, whose commits are on disk. */
public final class Postgres implements AutoCloseable {

  private final EmbeddedPostgres server;

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts one with an empty database, on a port of its own. */
  public static Postgres start() {
    try {
      return new Postgres(EmbeddedPostgres.builder().setServerConfig("fsync", "on").start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The database, as the server's setting names it. */
  public String url() {
    return "postgresql://postgres@localhost:" + server.getPort() + "/postgres";
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
