package im.parley.app.chaos;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens to three nodes under load, every promise is kept. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Cluster.ONE_AT_A_TIME)
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
    Trial.of(fault, cluster, Long.getLong("parley.seed", System.nanoTime()));
  }
}
