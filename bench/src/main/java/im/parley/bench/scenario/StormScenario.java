package im.parley.bench.scenario;

import im.parley.bench.contender.ProcessFigures;
import im.parley.bench.contender.Town;
import im.parley.bench.load.Fleet;
import im.parley.bench.load.StormLoad;
import im.parley.bench.report.Figure;
import im.parley.bench.report.Row;
import im.parley.bench.report.Table;
import im.parley.bench.scenario.Conditions.Arena;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Everybody loses the network at once and comes back at once. */
public final class StormScenario implements Scenario {

  static final int PER_ROOM = 100;
  static final int ROOMS_EACH = 10;
  static final int MISSED_A_ROOM = 5;

  /** The kernel holds so many half-open connections; more would wait a second for nothing. */
  static final int AT_ONCE = 2_000;

  /** Until the server has seen that they are gone. */
  static final int ABSENCE_MILLIS = 3_000;

  /** So many people in ten rooms each. */
  static Town town(int clients) {
    return new Town(clients, clients * ROOMS_EACH / PER_ROOM, PER_ROOM, 0);
  }

  @Override
  public List<Table> measure(Conditions conditions) {
    List<Row> rows = new ArrayList<>();
    Town town = town(conditions.clients());
    for (Arena arena : conditions.oneByOne(conditions.stores(), town)) {
      try (arena) {
        rows.addAll(storms(arena, conditions.runs()));
      }
    }
    return List.of(
        new Table(
            "Storm: "
                + conditions.clients()
                + " clients in ten rooms each drop, come back and resume",
            List.of(
                "From the first connection until all are signed in and have caught up in all"
                    + " rooms.",
                "The clients' own core is busy as well: the seconds are of both."),
            rows));
  }

  private static List<Row> storms(Arena arena, int runs) {
    StormLoad load = new StormLoad();
    arena.fleet().onWelcome(load::welcomed);
    arena.fleet().work(load);
    arena.fleet().connect(arena.people());
    List<Map<Figure, Double>> calm = new ArrayList<>();
    List<Map<Figure, Double>> behind = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      calm.add(storm(arena, load, 0));
      behind.add(storm(arena, load, MISSED_A_ROOM));
    }
    return List.of(
        Row.of(Row.median(calm), "server", arena.title(), "missed", "nothing"),
        Row.of(
            Row.median(behind),
            "server",
            arena.title(),
            "missed",
            MISSED_A_ROOM * ROOMS_EACH + " messages each"));
  }

  private static Map<Figure, Double> storm(Arena arena, StormLoad load, int missedARoom) {
    arena.fleet().cut();
    Pause.of(ABSENCE_MILLIS);
    if (missedARoom > 0) {
      talk(arena, missedARoom);
    }
    int clients = arena.people().size();
    long deliveries = load.deliveries() + (long) missedARoom * ROOMS_EACH * clients;
    boolean announces = arena.server().contender().isParley();
    long syncs = load.syncs() + (announces ? (long) ROOMS_EACH * clients : 0);
    ProcessFigures server = arena.server().figures();
    long cpu = server.cpuNanos();
    long start = System.nanoTime();
    arena.fleet().connect(arena.people(), AT_ONCE, load::resume);
    Pause.until(
        () -> arena.fleet().ask(() -> load.deliveries() >= deliveries && load.syncs() >= syncs));
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    figures.put(Figure.SECONDS, (System.nanoTime() - start) / 1e9);
    figures.put(Figure.CPU_PER_CLIENT, (server.cpuNanos() - cpu) / 1e3 / clients);
    load.advance(missedARoom);
    return figures;
  }

  private static void talk(Arena arena, int each) {
    try (Fleet few = new Fleet(arena.server().contender().dialect(), arena.server().port())) {
      Talk.inAllRooms(few, arena.people(), each);
    }
  }
}
