package im.parley.bench.scenario;

import im.parley.bench.contender.ServerProcess;
import im.parley.bench.contender.Town;
import im.parley.bench.load.Member;
import im.parley.bench.report.Figure;
import im.parley.bench.report.Row;
import im.parley.bench.report.Table;
import im.parley.bench.scenario.Conditions.Arena;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a connection costs that does nothing: signed in, in ten rooms, listening. */
public final class IdleScenario implements Scenario {

  private static final int CONNECTIONS = 19_000;
  private static final int FIRST = 1_000;
  private static final Town TOWN = new Town(CONNECTIONS, CONNECTIONS / 10, 100, 0);
  private static final int SETTLE_MILLIS = 8_000;

  @Override
  public List<Table> measure(Conditions conditions) {
    List<Row> rows = new ArrayList<>();
    // One after the other: two servers of this size do not fit into one process of clients.
    for (Arena arena : conditions.oneByOne(conditions.contenders(), TOWN)) {
      try (arena) {
        rows.add(Row.of(weigh(arena), "server", arena.title()));
      }
    }
    return List.of(
        new Table(
            "Idle: " + CONNECTIONS + " connections, each signed in and in ten rooms",
            List.of(
                "What the process grew by from connection " + FIRST + " to " + CONNECTIONS + ",",
                "divided by their number, after a collection where there is a way to ask for one;",
                "the kernel's own buffers come on top, for every server alike."),
            rows));
  }

  private static Map<Figure, Double> weigh(Arena arena) {
    List<Member> people = arena.people();
    arena.fleet().connect(people.subList(0, FIRST));
    Weight few = Weight.of(arena.server());
    arena.fleet().connect(people.subList(FIRST, CONNECTIONS));
    Weight many = Weight.of(arena.server());
    double added = CONNECTIONS - FIRST;
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    figures.put(Figure.RESIDENT_PER_CONNECTION, (many.resident - few.resident) / added);
    figures.put(Figure.RESIDENT, many.resident / 1048576.0);
    if (many.heap > 0) {
      figures.put(Figure.HEAP_PER_CONNECTION, (many.heap - few.heap) / added);
    }
    return figures;
  }

  /**
   * What a process weighs when it has come to rest.
   *
   * @param resident its memory, in bytes
   * @param heap how much of it is objects in use, in bytes; 0 where nobody can tell
   */
  private record Weight(long resident, long heap) {

    static Weight of(ServerProcess server) {
      Pause.of(SETTLE_MILLIS);
      long heap = server.collect();
      Pause.of(1_000);
      return new Weight(server.figures().residentBytes(), heap);
    }
  }
}
