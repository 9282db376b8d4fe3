package im.parley.bench.scenario;

import im.parley.bench.contender.Contender;
import im.parley.bench.contender.ProcessFigures;
import im.parley.bench.contender.Town;
import im.parley.bench.load.Latencies;
import im.parley.bench.load.WindowLoad;
import im.parley.bench.report.Figure;
import im.parley.bench.report.Row;
import im.parley.bench.report.Table;
import im.parley.bench.scenario.Conditions.Arena;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What it costs that one client gets one message, when a room is large and busy. */
public final class FanOutScenario implements Scenario {

  private static final int RECEIVERS = 1_000;
  private static final List<Integer> IN_FLIGHT = List.of(1, 8, 64);
  private static final List<Integer> GROWTH = List.of(100, 1_000, 10_000);
  private static final int GROWTH_IN_FLIGHT = 8;

  @Override
  public List<Table> measure(Conditions conditions) {
    return List.of(crowd(conditions));
  }

  /** Whether that depends on how large the room is. */
  public static Scenario growth() {
    return conditions -> List.of(growth(conditions));
  }

  /** All servers are up at once and take turns, so that what disturbs one disturbs all. */
  private static Table crowd(Conditions conditions) {
    List<Arena> arenas = conditions.arenas(conditions.contenders(), Town.ofOneRoom(RECEIVERS));
    List<Row> rows = new ArrayList<>();
    try {
      List<Trial> trials = arenas.stream().map(Trial::begin).toList();
      for (int inFlight : IN_FLIGHT) {
        rows.addAll(besideOneAnother(trials, inFlight, conditions));
      }
    } finally {
      arenas.forEach(Arena::close);
    }
    return new Table(
        "Fan-out: one room, " + RECEIVERS + " receivers, 200 characters",
        List.of(
            "A message is in flight until all have it.",
            "Parley and Socket.IO store each message before they deliver it; the others store"
                + " nothing."),
        rows);
  }

  private static List<Row> besideOneAnother(
      List<Trial> trials, int inFlight, Conditions conditions) {
    Map<Trial, List<Map<Figure, Double>>> runs = new LinkedHashMap<>();
    for (int run = 0; run < conditions.runs(); run++) {
      for (Trial trial : trials) {
        runs.computeIfAbsent(trial, _ -> new ArrayList<>())
            .add(trial.run(inFlight, conditions.seconds()));
      }
    }
    List<Row> rows = new ArrayList<>();
    runs.forEach((trial, figures) ->
        rows.add(
            Row.of(
                Row.median(figures),
                "in flight",
                Integer.toString(inFlight),
                "server",
                trial.arena.title())));
    double ours = rows.getFirst().figure(Figure.CPU_PER_DELIVERY);
    return rows.stream()
        .map(row -> row.with(Figure.RATIO, row.figure(Figure.CPU_PER_DELIVERY) / ours))
        .toList();
  }

  private static Table growth(Conditions conditions) {
    List<Row> rows = new ArrayList<>();
    for (int receivers : GROWTH) {
      List<Arena> arenas = conditions.arenas(List.of(Contender.PARLEY), Town.ofOneRoom(receivers));
      try (Arena arena = arenas.getFirst()) {
        Trial trial = Trial.begin(arena);
        List<Map<Figure, Double>> runs =
            Stream.generate(() -> trial.run(GROWTH_IN_FLIGHT, conditions.seconds()))
                .limit(conditions.runs())
                .toList();
        rows.add(
            Row.of(
                Row.median(runs),
                "receivers",
                Integer.toString(receivers),
                "server",
                arena.title()));
      }
    }
    return new Table(
        "Growth: one room, " + GROWTH_IN_FLIGHT + " messages in flight",
        List.of("The cost of a delivery should not depend on the size of the room."),
        rows);
  }

  /** One server under this load, again and again. */
  private record Trial(Arena arena, WindowLoad load) {

    private static final int WARM_UP_SECONDS = 8;

    /** Connects everyone and lets the server's compiler see all of it. */
    static Trial begin(Arena arena) {
      arena.fleet().connect(arena.people());
      WindowLoad load = arena.fleet().ask(() -> new WindowLoad(arena.fleet()));
      Trial trial = new Trial(arena, load);
      arena.fleet().work(load);
      trial.run(1, WARM_UP_SECONDS);
      trial.run(IN_FLIGHT.getLast(), WARM_UP_SECONDS);
      return trial;
    }

    Map<Figure, Double> run(int inFlight, int seconds) {
      keep(inFlight);
      Pause.of(200);
      arena.fleet().onLoop(load::takeLatencies);
      ProcessFigures server = arena.server().figures();
      long before = arena.fleet().ask(load::deliveries);
      long cpu = server.cpuNanos();
      long start = System.nanoTime();
      Pause.of(seconds * 1000L);
      long delivered = arena.fleet().ask(load::deliveries) - before;
      double cpuMicros = (server.cpuNanos() - cpu) / 1e3;
      double elapsed = (System.nanoTime() - start) / 1e9;
      Latencies latencies = arena.fleet().ask(load::takeLatencies);
      keep(0);
      Pause.until(() -> arena.fleet().ask(load::isQuiet));
      return Map.of(
          Figure.CPU_PER_DELIVERY,
          cpuMicros / delivered,
          Figure.DELIVERIES,
          delivered / elapsed,
          Figure.P50,
          latencies.millis(0.5),
          Figure.P99,
          latencies.millis(0.99),
          Figure.P999,
          latencies.millis(0.999));
    }

    private void keep(int inFlight) {
      arena.fleet().onLoop(() -> load.keep(inFlight));
    }
  }
}
