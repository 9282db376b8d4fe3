package im.parley.bench.scenario;

import im.parley.bench.contender.BareLoop;
import im.parley.bench.contender.DatabaseServer;
import im.parley.bench.contender.ProcessFigures;
import im.parley.bench.contender.Town;
import im.parley.bench.load.Latencies;
import im.parley.bench.load.TurnLoad;
import im.parley.bench.load.Work;
import im.parley.bench.report.Figure;
import im.parley.bench.report.Row;
import im.parley.bench.report.Table;
import im.parley.bench.scenario.Conditions.Arena;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many messages are acknowledged, each on disk, when so many people each wait for theirs. */
public final class SendScenario implements Scenario {

  private static final List<Integer> SENDERS = List.of(1, 10, 100, 200, 1_000);
  private static final int PEOPLE = SENDERS.getLast();
  private static final int WARM_UP_SECONDS = 6;

  @Override
  public List<Table> measure(Conditions conditions) {
    List<Arena> arenas = conditions.arenas(conditions.stores(), new Town(PEOPLE, PEOPLE, 1, 0));
    List<Row> rows = new ArrayList<>();
    try {
      arenas.forEach(SendScenario::warmUp);
      for (int senders : SENDERS) {
        rows.addAll(besideOneAnother(arenas, senders, conditions));
      }
    } finally {
      arenas.forEach(Arena::close);
    }
    return List.of(
        new Table(
            "Send: acknowledged messages of 200 characters, each sender in a room of its own",
            List.of(
                "Each sender waits for the acknowledgement before it sends again.",
                "The bare loop is SQLite alone: one thread that inserts as many rows as there are",
                "senders, with the same index and durability, and commits; again and again.",
                "PostgreSQL may use every core, that of the load included, and waits for the"
                    + " disk."),
            rows));
  }

  private static void warmUp(Arena arena) {
    arena.fleet().connect(arena.people());
    run(arena, 1, 2);
    run(arena, 100, WARM_UP_SECONDS);
  }

  private static List<Row> besideOneAnother(
      List<Arena> arenas, int senders, Conditions conditions) {
    Map<String, List<Map<Figure, Double>>> runs = new LinkedHashMap<>();
    for (int run = 0; run < conditions.runs(); run++) {
      for (Arena arena : arenas) {
        runs.computeIfAbsent(arena.title(), _ -> new ArrayList<>())
            .add(run(arena, senders, conditions.seconds()));
      }
      double bare = BareLoop.rowsPerSecond(senders, conditions.seconds());
      runs.computeIfAbsent("bare loop", _ -> new ArrayList<>()).add(Map.of(Figure.SENDS, bare));
    }
    List<Row> rows = new ArrayList<>();
    runs.forEach((server, figures) ->
        rows.add(
            Row.of(Row.median(figures), "senders", Integer.toString(senders), "server", server)));
    double ours = rows.getFirst().figure(Figure.SENDS);
    return rows.stream()
        .map(row -> row.with(Figure.RATIO, row.figure(Figure.SENDS) / ours))
        .toList();
  }

  private static Map<Figure, Double> run(Arena arena, int senders, int seconds) {
    TurnLoad load = arena.fleet().ask(() -> new TurnLoad(arena.fleet(), senders));
    arena.fleet().work(load);
    ProcessFigures server = arena.server().figures();
    arena.fleet().onLoop(load::start);
    Pause.of(300);
    arena.fleet().onLoop(load::takeLatencies);
    long before = arena.fleet().ask(load::acknowledged);
    long cpu = server.cpuNanos();
    long databaseCpu = databaseCpuNanos(arena);
    long start = System.nanoTime();
    Pause.of(seconds * 1000L);
    long sends = arena.fleet().ask(load::acknowledged) - before;
    double cpuMicros = (server.cpuNanos() - cpu) / 1e3;
    double databaseMicros = (databaseCpuNanos(arena) - databaseCpu) / 1e3;
    double elapsed = (System.nanoTime() - start) / 1e9;
    Latencies latencies = arena.fleet().ask(load::takeLatencies);
    arena.fleet().onLoop(load::stop);
    Pause.until(() -> arena.fleet().ask(load::isQuiet));
    arena.fleet().work(Work.NOTHING);
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    figures.put(Figure.SENDS, sends / elapsed);
    figures.put(Figure.CPU_PER_SEND, cpuMicros / sends);
    if (databaseMicros > 0) {
      figures.put(Figure.DATABASE_CPU_PER_SEND, databaseMicros / sends);
    }
    figures.put(Figure.P50, latencies.millis(0.5));
    figures.put(Figure.P99, latencies.millis(0.99));
    return figures;
  }

  private static long databaseCpuNanos(Arena arena) {
    return arena.database().map(DatabaseServer::cpuNanos).orElse(0L);
  }
}
