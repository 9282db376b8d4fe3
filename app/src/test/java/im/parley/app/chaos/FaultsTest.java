package im.parley.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens to three nodes under load, every promise is kept. */
class FaultsTest {

  @TempDir static Path directory;

  private static Cluster cluster;

  @BeforeAll
  static void start() throws Exception {
    cluster = Cluster.start(directory);
  }

  @AfterAll
  static void stop() throws Exception {
    cluster.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyPromiseIsKept(Fault fault) throws Exception {
    long seed = Long.getLong("parley.seed", System.nanoTime());
    System.out.println(fault + " with -Dparley.seed=" + seed);
    Random random = new Random(seed);
    History history = new History();
    try (Crowd crowd = Crowd.gather(cluster, history, random.nextLong())) {
      crowd.awaitAcks(100);
      TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
      fault.happen(cluster, crowd, random);
      crowd.awaitAcks(100);
      crowd.settle();
      Crowd.await(
          "all nodes say the same",
          () -> {
            try {
              return crowd.views().stream().distinct().count() == 1;
            } catch (Exception e) {
              return false;
            }
          });
    }
    assertThat(HistoryChecker.check(history)).as("%s, seed %d", fault, seed).isEmpty();
  }
}
