package im.parley.bench.scenario;

import im.parley.bench.contender.ProcessFigures;
import im.parley.bench.contender.Town;
import im.parley.bench.load.Latencies;
import im.parley.bench.load.Member;
import im.parley.bench.load.PageReader;
import im.parley.bench.report.Figure;
import im.parley.bench.report.Row;
import im.parley.bench.report.Table;
import im.parley.bench.scenario.Conditions.Arena;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** How long a page of history takes, anywhere in a long one. */
public final class HistoryScenario implements Scenario {

  private static final int MESSAGES = 5_000_000;
  private static final Town TOWN = new Town(100, 10, 100, MESSAGES);
  private static final int PAGES = 3_000;

  @Override
  public List<Table> measure(Conditions conditions) {
    List<Row> rows = new ArrayList<>();
    for (Arena arena : conditions.oneByOne(conditions.parleys(), TOWN)) {
      try (arena) {
        read(arena);
        List<Map<Figure, Double>> runs = new ArrayList<>();
        for (int run = 0; run < conditions.runs(); run++) {
          runs.add(read(arena));
        }
        rows.add(Row.of(Row.median(runs), "server", arena.title(), "door", "HTTP"));
      }
    }
    return List.of(
        new Table(
            "History: pages of 50 at random places among 5,000,000 messages",
            List.of("One page after the other on one connection, ten rooms."),
            rows));
  }

  private static Map<Figure, Double> read(Arena arena) {
    Member member = arena.people().getFirst();
    SplittableRandom chance = new SplittableRandom(11);
    Latencies latencies = new Latencies();
    ProcessFigures server = arena.server().figures();
    long cpu = server.cpuNanos();
    try (PageReader pages = new PageReader(arena.server().port(), member.token())) {
      for (int page = 0; page < PAGES; page++) {
        String room = member.rooms().get(chance.nextInt(member.rooms().size()));
        int before = chance.nextInt(1_000, MESSAGES / TOWN.rooms());
        long start = System.nanoTime();
        pages.read("/v1/rooms/" + room + "/messages?limit=50&before=" + before);
        latencies.add(System.nanoTime() - start);
      }
    }
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    figures.put(Figure.P50, latencies.millis(0.5));
    figures.put(Figure.P99, latencies.millis(0.99));
    figures.put(Figure.CPU_PER_PAGE, (server.cpuNanos() - cpu) / 1e3 / PAGES);
    return figures;
  }
}
