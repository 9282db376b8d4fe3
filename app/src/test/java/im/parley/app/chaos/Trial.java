package im.parley.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/** One fault under load, and what came of it. */
final class Trial {

  private static final int ACKS = 100;

  private Trial() {}

  /**
   * Lets a fault happen to a cluster, and holds what everybody did and heard against what is
   * promised.
   *
   * @param seed says what is left to chance, but for the order of threads and processes
   */
  static void of(Fault fault, Cluster cluster, long seed) throws Exception {
    System.out.println(fault + " with -Dparley.seed=" + seed);
    Random random = new Random(seed);
    History history = new History();
    try (Crowd crowd = Crowd.gather(cluster, history, random.nextLong())) {
      crowd.awaitAcks(ACKS);
      TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
      fault.happen(cluster, crowd, random);
      crowd.awaitAcks(ACKS);
      Survey survey = crowd.settle();
      Crowd.await("all nodes say the same", survey::agrees);
    } finally {
      assertThat(HistoryChecker.check(history)).as("%s, seed %d", fault, seed).isEmpty();
    }
  }
}
