package im.parley.bench.scenario;

import im.parley.bench.contender.DatabaseServer;
import im.parley.bench.contender.Town;
import im.parley.bench.load.Latencies;
import im.parley.bench.report.Figure;
import im.parley.bench.report.Row;
import im.parley.bench.report.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How much later those hear a message who are at other nodes than its sender. */
final class NodesLatency {

  private static final int RECEIVERS = 30;
  private static final int MESSAGES = 34;
  private static final int WARM_UP_SECONDS = 10;

  private NodesLatency() {}

  static Table measure(Conditions conditions, DatabaseServer database) {
    List<Map<Figure, Double>> near = new ArrayList<>();
    List<Map<Figure, Double>> far = new ArrayList<>();
    Town town = Town.ofOneRoom(RECEIVERS);
    try (Cluster cluster = Cluster.start(conditions, database, NodesScenario.NODES, town)) {
      cluster.fleet().connect(cluster.people());
      ReachRun.of(cluster, _ -> true, MESSAGES, WARM_UP_SECONDS);
      for (int run = 0; run < conditions.runs(); run++) {
        ReachRun outcome = ReachRun.of(cluster, _ -> true, MESSAGES, conditions.seconds());
        near.add(figures(outcome.reach().near(), outcome));
        far.add(figures(outcome.reach().far(), outcome));
      }
    }
    return new Table(
        "Across nodes: one room, " + RECEIVERS + " clients over three nodes",
        List.of(
            MESSAGES + " messages a second, by all in turn: from when a message is due at its",
            "sender to each receiver. The commit on PostgreSQL is part of both.",
            "The three nodes share a core; PostgreSQL and Redis may use every core."),
        List.of(
            Row.of(Row.median(near), "receivers", "at the sender's node"),
            Row.of(Row.median(far), "receivers", "at the other nodes")));
  }

  private static Map<Figure, Double> figures(Latencies latencies, ReachRun outcome) {
    double nearP99 = outcome.reach().near().millis(0.99);
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    figures.put(Figure.P50, latencies.millis(0.5));
    figures.put(Figure.P99, latencies.millis(0.99));
    figures.put(Figure.LATER, latencies.millis(0.99) - nearP99);
    return figures;
  }
}
