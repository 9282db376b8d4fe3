package im.parley.app.chaos;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Fault after fault, for as long as one likes: {@code ./parley chaos --minutes N}. */
@Timeout(value = 1, unit = TimeUnit.DAYS)
class ChaosRun {

  @Test
  void everyPromiseIsKeptWhateverHappens(@TempDir Path directory) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(Long.getLong("parley.minutes", 10));
    Random random = new Random(Long.getLong("parley.seed", System.nanoTime()));
    List<Fault> faults = List.of(Fault.values());
    int trials = 0;
    try (Cluster cluster = Cluster.start(directory)) {
      while (System.nanoTime() < end) {
        Fault fault = faults.get(random.nextInt(faults.size()));
        Trial.of(fault, cluster, random.nextLong());
        trials++;
      }
    }
    System.out.println(trials + " faults, and every promise was kept");
  }
}
