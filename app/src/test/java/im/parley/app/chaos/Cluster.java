package im.parley.app.chaos;

import im.parley.app.client.Postgres;
import im.parley.app.client.Server;
import im.parley.cluster.fixture.RedisServer;
import im.parley.store.fixture.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Three real servers on a real PostgreSQL and a real Redis, each by wires of its own. */
final class Cluster implements AutoCloseable {

  static final int NODES = 3;

  /** The lock of tests with a cluster: they run beside others, as they mostly wait. */
  static final String ONE_AT_A_TIME = "cluster";

  private final Optional<Path> patch;
  private final Postgres postgres;
  private final RedisServer redis;
  private final List<Node> nodes = new ArrayList<>();

  /** A server, and how it reaches the rest. */
  static final class Node {

    final String name;
    final Wire toPostgres;
    final Wire toRedis;
    private volatile Server server;

    Node(String name, Cluster cluster, Path directory) throws IOException {
      this.name = name;
      this.toPostgres = Wire.to(cluster.postgres.port());
      this.toRedis = Wire.to(cluster.redis.port());
      Path data = directory.resolve(name);
      String[] options = {
        "--database",
        cluster.postgres.url(toPostgres.port()),
        "--redis",
        "redis://127.0.0.1:" + toRedis.port(),
        "--limits",
        "off"
      };
      this.server =
          cluster.patch.isPresent()
              ? Server.startPatched(cluster.patch.get(), data, options)
              : Server.start(data, options);
    }

    Server server() {
      return server;
    }

    String url() {
      return server.url();
    }

    /** The same node again, where it was. */
    void startAgain() throws IOException {
      server = server.startAgain();
    }

    /** Whether it says that it can serve. */
    boolean isReady() throws IOException, InterruptedException {
      return server.admin().get("/readyz").status() == 200;
    }
  }

  private Cluster(Path directory, Optional<Path> patch) throws IOException {
    this.patch = patch;
    this.postgres = Postgres.start();
    this.redis = RedisServer.start();
    for (int i = 0; i < NODES; i++) {
      nodes.add(new Node("node" + i, this, directory));
    }
  }

  /** Starts it all. */
  static Cluster start(Path directory) throws IOException {
    return new Cluster(directory, Optional.empty());
  }

  /** Starts it all, with servers some of whose classes are others. */
  static Cluster startPatched(Path classes, Path directory) throws IOException {
    return new Cluster(directory, Optional.of(classes));
  }

  List<Node> nodes() {
    return nodes;
  }

  Postgres postgres() {
    return postgres;
  }

  RedisServer redis() {
    return redis;
  }

  @Override
  public void close() throws IOException {
    for (Node node : nodes) {
      node.server().close();
      node.toPostgres.close();
      node.toRedis.close();
    }
    redis.close();
    postgres.close();
  }
}
