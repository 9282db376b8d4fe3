package im.parley.app.chaos;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A program that breaks a promise is found out: what {@link FaultsTest} finds good is good. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Cluster.ONE_AT_A_TIME)
class MutationsTest {

  private static final String ONE_KEY_ONCE = "event_by_key";

  @TempDir Path directory;

  @Test
  void acknowledgingBeforeTheCommitIsFound() throws Exception {
    try (Cluster cluster = patched(Mutation.ACKNOWLEDGE_BEFORE_COMMIT)) {
      assertIsFound(Fault.POSTGRES_KILLED, cluster, "DURABILITY");
    }
  }

  @Test
  void takingARepeatedMessageForANewOneIsFound() throws Exception {
    try (Cluster cluster = patched(Mutation.NO_DEDUPLICATION)) {
      cluster.postgres().execute("DROP INDEX " + ONE_KEY_ONCE);
      assertIsFound(Fault.NODE_KILLED, cluster, "EXACTLY_ONCE");
    }
  }

  @Test
  void missingWhatNobodyToldIsFound() throws Exception {
    try (Cluster cluster = patched(Mutation.NO_GAP_REPAIR)) {
      assertIsFound(Fault.REDIS_KILLED, cluster, "DELIVERY");
    }
  }

  private Cluster patched(Mutation mutation) throws Exception {
    return Cluster.startPatched(mutation.compileTo(directory), directory);
  }

  private static void assertIsFound(Fault fault, Cluster cluster, String as) {
    assertThatThrownBy(() -> Trial.of(fault, cluster, System.nanoTime()))
        .isInstanceOf(AssertionError.class)
        .hasMessageFindingMatch(as);
  }
}
