package im.parley.bench.contender;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Who runs where: the server has the first core, the load every other. */
final class Cores {

  /** Put before a server's command. */
  static final List<String> SERVER = List.of("taskset", "-c", "0");

  private Cores() {}

  /** Lets a process, and those that it starts from now on, run on any core. */
  static void allowAll(long pid) throws IOException {
    String online = Files.readString(Path.of("/sys/devices/system/cpu/online")).strip();
    new ProcessBuilder("taskset", "-a", "-p", "-c", online, Long.toString(pid))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .onExit()
        .join();
  }
}
