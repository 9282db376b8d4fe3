package im.parley.bench.scenario;

import im.parley.bench.contender.ServerProcess;
import im.parley.bench.load.Member;
import im.parley.bench.load.ReachLoad;
import im.parley.bench.load.ReachLoad.Reach;
import im.parley.bench.load.Work;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What nodes did for a while.
 *
 * @param reach how long messages were on their way
 * @param nodes what each node did
 */
record ReachRun(Reach reach, List<NodeRun> nodes) {

  /**
   * What one node did.
   *
   * @param deliveries how many messages its clients got
   * @param cpuMicros its CPU time
   * @param seconds for how long
   */
  record NodeRun(long deliveries, double cpuMicros, double seconds) {

    double cpuPerDelivery() {
      return cpuMicros / deliveries;
    }

    double deliveriesASecond() {
      return deliveries / seconds;
    }
  }

  /** Has these members say so much a second, for so many seconds. */
  static ReachRun of(Cluster cluster, Predicate<Member> sends, int messagesASecond, int seconds) {
    ReachLoad load =
        cluster
            .fleet()
            .ask(() -> new ReachLoad(cluster.fleet(), cluster.spread(), sends, messagesASecond));
    cluster.fleet().work(load);
    Pause.of(500);
    cluster.fleet().onLoop(load::takeReach);
    List<NodeRun> before = look(cluster, load);
    Pause.of(seconds * 1000L);
    List<NodeRun> after = look(cluster, load);
    Reach reach = cluster.fleet().ask(load::takeReach);
    cluster.fleet().onLoop(load::stop);
    Pause.of(500);
    cluster.fleet().work(Work.NOTHING);
    return new ReachRun(
        reach,
        IntStream.range(0, before.size())
            .mapToObj(node -> difference(before.get(node), after.get(node)))
            .toList());
  }

  private static List<NodeRun> look(Cluster cluster, ReachLoad load) {
    return cluster.nodes().stream().map(node -> look(cluster, load, node)).toList();
  }

  private static NodeRun look(Cluster cluster, ReachLoad load, ServerProcess node) {
    long deliveries = cluster.fleet().ask(() -> load.deliveries(node.port()));
    return new NodeRun(deliveries, node.figures().cpuNanos() / 1e3, System.nanoTime() / 1e9);
  }

  private static NodeRun difference(NodeRun before, NodeRun after) {
    return new NodeRun(
        after.deliveries - before.deliveries,
        after.cpuMicros - before.cpuMicros,
        after.seconds - before.seconds);
  }
}
