package im.parley.bench.scenario;

import static im.parley.bench.scenario.StormScenario.ABSENCE_MILLIS;
import static im.parley.bench.scenario.StormScenario.AT_ONCE;
import static im.parley.bench.scenario.StormScenario.MISSED_A_ROOM;
import static im.parley.bench.scenario.StormScenario.ROOMS_EACH;

import im.parley.bench.contender.DatabaseServer;
import im.parley.bench.contender.ServerProcess;
import im.parley.bench.load.AttentiveLoad;
import im.parley.bench.load.Fleet;
import im.parley.bench.load.Member;
import im.parley.bench.load.ParleyDialect;
import im.parley.bench.report.Figure;
import im.parley.bench.report.Row;
import im.parley.bench.report.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everybody comes back to another node, or those of a node that died come to the others. */
final class NodesStorm {

  private final DatabaseServer database;
  private final Cluster cluster;
  private final AttentiveLoad load = new AttentiveLoad();

  private NodesStorm(DatabaseServer database, Cluster cluster) {
    this.database = database;
    this.cluster = cluster;
  }

  static Table measure(Conditions conditions, DatabaseServer database) {
    List<Row> rows = new ArrayList<>();
    for (int size : List.of(1, NodesScenario.NODES)) {
      try (Cluster cluster =
          Cluster.start(conditions, database, size, StormScenario.town(conditions.clients()))) {
        rows.addAll(new NodesStorm(database, cluster).storms(conditions.runs()));
      }
    }
    return new Table(
        "Storm across nodes: " + conditions.clients() + " clients in ten rooms each",
        List.of(
            "All drop and come back, each to the node after theirs; or a node is killed and its",
            "clients come to the others. From the first connection until all who come back are",
            "signed in and have heard what they missed: each client checks that nothing is",
            "missing and nothing comes twice. CPU time is that of all nodes for each client that",
            "comes back. All nodes share a core, and clients, PostgreSQL and Redis the rest: the",
            "seconds are of all."),
        rows);
  }

  private List<Row> storms(int runs) {
    cluster.fleet().onWelcome(load::welcomed);
    cluster.fleet().work(load);
    cluster.fleet().connect(cluster.people());
    List<Map<Figure, Double>> calm = new ArrayList<>();
    List<Map<Figure, Double>> behind = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      calm.add(allDrop(0));
      behind.add(allDrop(MISSED_A_ROOM));
    }
    List<Row> rows = new ArrayList<>();
    rows.add(row(calm, "all connections", "nothing"));
    rows.add(row(behind, "all connections", MISSED_A_ROOM * ROOMS_EACH + " messages each"));
    if (cluster.nodes().size() > 1) {
      List<Map<Figure, Double>> deaths = new ArrayList<>();
      for (int run = 0; run < runs; run++) {
        deaths.add(oneDies(run % cluster.nodes().size()));
      }
      rows.add(row(deaths, "a node killed", MISSED_A_ROOM * ROOMS_EACH + " messages each"));
    }
    return rows;
  }

  private Row row(List<Map<Figure, Double>> runs, String dropped, String missed) {
    return Row.of(
        Row.median(runs),
        "nodes",
        Integer.toString(cluster.nodes().size()),
        "dropped",
        dropped,
        "missed",
        missed);
  }

  private Map<Figure, Double> allDrop(int missedARoom) {
    cluster.fleet().cut();
    Pause.of(ABSENCE_MILLIS);
    talk(cluster.ports().getFirst(), missedARoom);
    cluster.spread().rotate(cluster.ports());
    return comeBack(cluster.people(), missedARoom);
  }

  /** Those who stay hear what the others miss. */
  private Map<Figure, Double> oneDies(int victim) {
    ServerProcess dying = cluster.nodes().get(victim);
    List<Member> lost = cluster.spread().at(dying.port(), cluster.people());
    Set<Member> gone = new HashSet<>(lost);
    long before = load.deliveries();
    cluster.fleet().lose(gone::contains, dying::kill);
    List<Integer> others = cluster.ports().stream().filter(port -> port != dying.port()).toList();
    Pause.of(ABSENCE_MILLIS);
    talk(others.getFirst(), MISSED_A_ROOM);
    awaitDeliveries(before + heard(cluster.people().size() - lost.size(), MISSED_A_ROOM));
    cluster.spread().assign(lost, others);
    Map<Figure, Double> figures = comeBack(lost, MISSED_A_ROOM);
    cluster.fleet().cut();
    cluster.startAgain(victim);
    cluster.fleet().connect(cluster.people(), AT_ONCE, load::resume);
    return figures;
  }

  private void talk(int port, int each) {
    if (each > 0) {
      try (Fleet few = new Fleet(new ParleyDialect(), port)) {
        Talk.inAllRooms(few, cluster.people(), each);
      }
    }
  }

  private Map<Figure, Double> comeBack(List<Member> members, int missedARoom) {
    long deliveries = load.deliveries() + heard(members.size(), missedARoom);
    long syncs = load.syncs() + (long) ROOMS_EACH * members.size();
    long cpu = cpuNanos();
    long databaseCpu = database.cpuNanos();
    long start = System.nanoTime();
    cluster.fleet().connect(members, AT_ONCE, load::resume);
    Pause.until(() -> cluster.fleet().ask(() -> load.syncs() >= syncs));
    awaitDeliveries(deliveries);
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    figures.put(Figure.SECONDS, (System.nanoTime() - start) / 1e9);
    figures.put(Figure.CPU_PER_CLIENT, (cpuNanos() - cpu) / 1e3 / members.size());
    figures.put(
        Figure.DATABASE_CPU_PER_CLIENT, (database.cpuNanos() - databaseCpu) / 1e3 / members.size());
    return figures;
  }

  private static long heard(int members, int missedARoom) {
    return (long) missedARoom * ROOMS_EACH * members;
  }

  private void awaitDeliveries(long deliveries) {
    Pause.until(() -> cluster.fleet().ask(() -> load.deliveries() >= deliveries));
  }

  /** Of all nodes that live. */
  private long cpuNanos() {
    return cluster.nodes().stream()
        .filter(ServerProcess::isAlive)
        .mapToLong(node -> node.figures().cpuNanos())
        .sum();
  }
}
