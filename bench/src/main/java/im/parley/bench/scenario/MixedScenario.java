package im.parley.bench.scenario;

import im.parley.bench.contender.ProcessFigures;
import im.parley.bench.contender.Town;
import im.parley.bench.load.CompanyLoad;
import im.parley.bench.load.CompanyLoad.Pace;
import im.parley.bench.load.Latencies;
import im.parley.bench.load.Work;
import im.parley.bench.report.Figure;
import im.parley.bench.report.Row;
import im.parley.bench.report.Table;
import im.parley.bench.scenario.Conditions.Arena;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A day of a company in a minute, and how long its people wait for each other's messages. */
public final class MixedScenario implements Scenario {

  private static final Town COMPANY = new Town(2_000, 400, 50, 0);
  private static final Pace DAY = new Pace(150, 300, 200, 20);
  private static final Town TALKATIVE = new Town(1_000, 20, 50, 0);
  private static final Town ONE_ROOM = Town.ofOneRoom(1_000);
  private static final Pace MESSAGES = new Pace(200, 0, 0, 0);
  private static final int WARM_UP_SECONDS = 10;
  private static final int DAY_SECONDS = 60;

  @Override
  public List<Table> measure(Conditions conditions) {
    return List.of(
        new Table(
            "End to end: 1,000 clients in 20 rooms of 50, 200 messages a second",
            List.of("From the moment a message is due at its sender to each of its receivers."),
            each(conditions, TALKATIVE, MESSAGES, conditions.seconds() * conditions.runs())),
        new Table(
            "End to end in one room: 1,000 clients, 200 messages a second",
            List.of(
                "Each message goes to all: 200,000 deliveries a second are due. A server that"
                    + " cannot",
                "keep up falls behind for as long as the run lasts."),
            each(conditions, ONE_ROOM, MESSAGES, conditions.seconds() * conditions.runs())),
        new Table(
            "Mixed: 2,000 people in 400 rooms of 50, ten rooms each",
            List.of(
                "150 messages, 300 signs of typing, 200 read marks and 20 reconnects a second,",
                "for a minute."),
            each(conditions, COMPANY, DAY, DAY_SECONDS)));
  }

  private static List<Row> each(Conditions conditions, Town town, Pace pace, int seconds) {
    List<Row> rows = new ArrayList<>();
    for (Arena arena : conditions.oneByOne(conditions.stores(), town)) {
      try (arena) {
        rows.add(Row.of(run(arena, pace, seconds), "server", arena.title()));
      }
    }
    return rows;
  }

  private static Map<Figure, Double> run(Arena arena, Pace pace, int seconds) {
    arena.fleet().connect(arena.people());
    CompanyLoad load = arena.fleet().ask(() -> new CompanyLoad(arena.fleet(), pace));
    arena.fleet().work(load);
    Pause.of(WARM_UP_SECONDS * 1000L);
    arena.fleet().onLoop(load::takeLatencies);
    long before = arena.fleet().ask(load::deliveries);
    ProcessFigures server = arena.server().figures();
    long cpu = server.cpuNanos();
    Pause.of(seconds * 1000L);
    double cpuSeconds = (server.cpuNanos() - cpu) / 1e9;
    Latencies latencies = arena.fleet().ask(load::takeLatencies);
    long deliveries = arena.fleet().ask(load::deliveries) - before;
    arena.fleet().onLoop(load::stop);
    arena.fleet().work(Work.NOTHING);
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    figures.put(Figure.P50, latencies.millis(0.5));
    figures.put(Figure.P99, latencies.millis(0.99));
    figures.put(Figure.P999, latencies.millis(0.999));
    figures.put(Figure.DELIVERIES, deliveries / (double) seconds);
    figures.put(Figure.CPU_SECONDS, cpuSeconds);
    figures.put(Figure.RESIDENT, server.residentBytes() / 1048576.0);
    return figures;
  }
}
