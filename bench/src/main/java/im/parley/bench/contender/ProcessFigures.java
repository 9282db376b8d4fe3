package im.parley.bench.contender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel says of a process (proc(5)). */
public final class ProcessFigures {

  private static final long TICK_NANOS = 10_000_000;
  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;

  private final Path directory;

  ProcessFigures(long pid) {
    this.directory = Path.of("/proc", Long.toString(pid));
  }

  /** CPU time so far, of user and system, to the tick of 10 ms. */
  public long cpuNanos() {
    String stat = read("stat");
    // The name in parentheses may hold anything; the fields count from after it.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) * TICK_NANOS;
  }

  /** Memory that it holds, in bytes. */
  public long residentBytes() {
    return read("status")
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElseThrow();
  }

  private String read(String file) {
    try {
      return Files.readString(directory.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The server has ended", e);
    }
  }
}
