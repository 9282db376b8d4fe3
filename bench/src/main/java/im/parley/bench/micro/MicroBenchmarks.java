package im.parley.bench.micro;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs all benchmarks of this package, and says how much they allocate. */
public final class MicroBenchmarks {

  private MicroBenchmarks() {}

  /** Takes some minutes. */
  public static void run() {
    try {
      new Runner(
              new OptionsBuilder()
                  .include(MicroBenchmarks.class.getPackageName())
                  .addProfiler(GCProfiler.class)
                  .forks(1)
                  .warmupIterations(3)
                  .warmupTime(TimeValue.seconds(2))
                  .measurementIterations(5)
                  .measurementTime(TimeValue.seconds(2))
                  .jvmArgsAppend("-XX:+UseCompactObjectHeaders", "-XX:+UseSerialGC")
                  .build())
          .run();
    } catch (RunnerException e) {
      throw new IllegalStateException(e);
    }
  }
}
