package im.parley.bench.scenario;

import im.parley.bench.contender.Contender;
import im.parley.bench.contender.DatabaseServer;
import im.parley.bench.contender.Redis;
import im.parley.bench.contender.ServerProcess;
import im.parley.bench.contender.Town;
import im.parley.bench.load.Fleet;
import im.parley.bench.load.Member;
import im.parley.bench.load.Spread;
import im.parley.bench.scenario.Conditions.Arena;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Nodes of Parley that share the first core, a database and a Redis of their own, and their clients
 * on one thread, spread over the nodes in turn.
 */
final class Cluster implements AutoCloseable {

  private static final Contender PARLEY = Contender.PARLEY_POSTGRES;

  private final Conditions conditions;
  private final Path data;
  private final Redis redis = Redis.embedded();
  private final List<String> options = new ArrayList<>();
  private final List<Member> people;
  private final List<ServerProcess> nodes = new ArrayList<>();
  private final Spread spread = new Spread();
  private final Fleet fleet = new Fleet(PARLEY.dialect(), spread);

  private Cluster(Conditions conditions, DatabaseServer database, Town town) throws IOException {
    this.conditions = conditions;
    this.data = Files.createTempDirectory("parley-bench");
    List<String> store = List.of("--database", database.fresh());
    this.people = town.settle(PARLEY, conditions.home(), data.resolve("seed"), store);
    options.addAll(store);
    options.addAll(List.of("--redis", redis.url()));
    options.addAll(conditions.serverOptions());
  }

  /** Starts so many nodes on a new town. Nobody is connected yet. */
  static Cluster start(Conditions conditions, DatabaseServer database, int size, Town town) {
    try {
      Cluster cluster = new Cluster(conditions, database, town);
      for (int node = 0; node < size; node++) {
        cluster.nodes.add(cluster.startNode(node));
      }
      cluster.spread.assign(cluster.people, cluster.ports());
      return cluster;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ServerProcess startNode(int node) {
    try {
      Path directory = data.resolve("node" + node);
      return ServerProcess.start(PARLEY, conditions.home(), directory, options, List.of());
    } catch (ServerProcess.Unavailable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts a node again that was killed, at another port, and spreads everyone anew. */
  void startAgain(int node) {
    nodes.set(node, startNode(node));
    spread.assign(people, ports());
  }

  List<ServerProcess> nodes() {
    return nodes;
  }

  /** Where its nodes listen. */
  List<Integer> ports() {
    return nodes.stream().map(ServerProcess::port).toList();
  }

  List<Member> people() {
    return people;
  }

  /** Who connects where. */
  Spread spread() {
    return spread;
  }

  Fleet fleet() {
    return fleet;
  }

  @Override
  public void close() {
    try (redis) {
      closeNodes();
    }
    Arena.delete(data);
  }

  private void closeNodes() {
    try {
      fleet.close();
    } finally {
      nodes.forEach(ServerProcess::close);
    }
  }
}
