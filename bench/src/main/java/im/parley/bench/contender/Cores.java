package im.parley.bench.contender;

import java.util.List;

/** Who runs where: the server has the first core, the load every other. */
final class Cores {

  /** Put before a server's command. */
  static final List<String> SERVER = List.of("taskset", "-c", "0");

  private Cores() {}
}
