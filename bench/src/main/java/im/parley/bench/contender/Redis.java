package im.parley.bench.contender;

import im.parley.cluster.fixture.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A server of Redis by which nodes tell each other what happens. It may use every core. */
public final class Redis implements AutoCloseable {

  private final RedisServer server;

  private Redis(RedisServer server) {
    this.server = server;
  }

  /** An empty one, which lives as long as this. */
  public static Redis embedded() {
    try {
      RedisServer server = RedisServer.start();
      Cores.allowAll(server.pid());
      return new Redis(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its address, as Parley's option takes it. */
  public String url() {
    return server.url();
  }

  /** What the kernel says of it. */
  public ProcessFigures figures() {
    return new ProcessFigures(server.pid());
  }

  @Override
  public void close() {
    server.close();
  }
}
