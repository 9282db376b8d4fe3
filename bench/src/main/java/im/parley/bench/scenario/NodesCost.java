package im.parley.bench.scenario;

import im.parley.bench.contender.DatabaseServer;
import im.parley.bench.contender.Town;
import im.parley.bench.load.Member;
import im.parley.bench.report.Figure;
import im.parley.bench.report.Row;
import im.parley.bench.report.Table;
import im.parley.bench.scenario.ReachRun.NodeRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a delivery costs a node among three, beside a node alone. */
final class NodesCost {

  private static final int NODES = NodesScenario.NODES;
  private static final int RECEIVERS = 210;
  private static final int MESSAGES = 50;
  private static final int WARM_UP_SECONDS = 20;
  private static final int WARM_UP_MESSAGES = 150;

  private final int seconds;
  private final Map<String, List<Map<Figure, Double>>> runs = new LinkedHashMap<>();

  private NodesCost(int seconds) {
    this.seconds = seconds;
  }

  /** All nodes are up at once and take turns, so that what disturbs one disturbs all. */
  static Table measure(Conditions conditions, DatabaseServer database) {
    Town grown = Town.ofOneRoom(RECEIVERS * NODES);
    Town more = new Town(RECEIVERS * NODES, NODES, RECEIVERS, 0);
    try (Cluster alone = Cluster.start(conditions, database, 1, Town.ofOneRoom(RECEIVERS));
        Cluster largeRoom = Cluster.start(conditions, database, NODES, grown);
        Cluster moreRooms = Cluster.start(conditions, database, NODES, more)) {
      for (Cluster cluster : List.of(alone, largeRoom, moreRooms)) {
        cluster.fleet().connect(cluster.people());
      }
      warmUp(alone, largeRoom, moreRooms);
      NodesCost cost = new NodesCost(conditions.seconds());
      for (int run = 0; run < conditions.runs(); run++) {
        cost.round(alone, largeRoom, moreRooms);
      }
      return cost.table();
    }
  }

  /** Each node carries out as many commands as the others that say something. */
  private static void warmUp(Cluster alone, Cluster largeRoom, Cluster moreRooms) {
    for (Cluster cluster : List.of(alone, largeRoom, moreRooms)) {
      for (int node : cluster.ports()) {
        Predicate<Member> sends = member -> cluster.spread().applyAsInt(member) == node;
        ReachRun.of(cluster, sends, WARM_UP_MESSAGES, WARM_UP_SECONDS);
      }
    }
  }

  private void round(Cluster alone, Cluster largeRoom, Cluster moreRooms) {
    keep("alone, all say something", run(alone, _ -> true, MESSAGES));
    keep("one of three, all say something", run(largeRoom, _ -> true, MESSAGES));
    int first = largeRoom.ports().getFirst();
    List<NodeRun> uneven =
        run(largeRoom, member -> largeRoom.spread().applyAsInt(member) == first, MESSAGES);
    keep("of three the one where all is said", uneven.subList(0, 1));
    keep("of three one where nothing is said", uneven.subList(1, NODES));
    keep("one of three, three rooms over all", run(moreRooms, _ -> true, MESSAGES * NODES));
  }

  private List<NodeRun> run(Cluster cluster, Predicate<Member> sends, int messages) {
    return ReachRun.of(cluster, sends, messages, seconds).nodes();
  }

  private void keep(String node, List<NodeRun> likes) {
    runs.computeIfAbsent(node, _ -> new ArrayList<>())
        .add(
            Map.of(
                Figure.CPU_PER_DELIVERY,
                likes.stream().mapToDouble(NodeRun::cpuPerDelivery).average().orElseThrow(),
                Figure.DELIVERIES,
                likes.stream().mapToDouble(NodeRun::deliveriesASecond).average().orElseThrow()));
  }

  private Table table() {
    List<Row> rows = new ArrayList<>();
    runs.forEach((node, figures) -> rows.add(Row.of(Row.median(figures), "node", node)));
    double alone = rows.getFirst().figure(Figure.CPU_PER_DELIVERY);
    return new Table(
        "A node among three: " + RECEIVERS + " receivers at each node",
        List.of(
            "Every node delivers as much in a second: alone and in a room over all three it has",
            RECEIVERS + " of the room's receivers, and " + MESSAGES + " messages a second are",
            "said there by all in turn. Three rooms over all are as large as that of the node",
            "alone: each node has a third of each, and three times as much is said in all.",
            "The node alone has PostgreSQL and Redis as well.",
            "The three nodes share a core, as their caches do."),
        rows.stream()
            .map(row -> row.with(Figure.NODE_RATIO, row.figure(Figure.CPU_PER_DELIVERY) / alone))
            .toList());
  }
}
