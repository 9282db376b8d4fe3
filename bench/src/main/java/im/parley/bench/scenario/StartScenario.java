package im.parley.bench.scenario;

import im.parley.bench.contender.Contender;
import im.parley.bench.contender.ServerProcess;
import im.parley.bench.contender.ServerProcess.Unavailable;
import im.parley.bench.contender.Town;
import im.parley.bench.report.Figure;
import im.parley.bench.report.Row;
import im.parley.bench.report.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How long {@code ./parley serve} takes until it is ready, when everything is built. */
public final class StartScenario implements Scenario {

  private static final int STARTS = 9;
  private static final Town TOWN = new Town(100, 10, 100, 10_000);

  @Override
  public List<Table> measure(Conditions conditions) {
    List<Row> rows = new ArrayList<>();
    rows.add(row(conditions, "with the cache of classes", List.of()));
    rows.add(row(conditions, "without it", List.of("-XX:AOTMode=off")));
    return List.of(
        new Table(
            "Start: from the command to the first connection that can be made",
            List.of("The whole command, on one core; the median of " + STARTS + " starts."),
            rows));
  }

  private static Row row(Conditions conditions, String title, List<String> javaOptions) {
    try {
      Path data = Files.createTempDirectory("parley-bench");
      TOWN.settle(Contender.PARLEY, conditions.home(), data, List.of());
      List<Map<Figure, Double>> starts = new ArrayList<>();
      for (int i = 0; i < STARTS; i++) {
        starts.add(start(conditions, data, javaOptions));
      }
      return Row.of(Row.median(starts), "start", title);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Figure, Double> start(
      Conditions conditions, Path data, List<String> javaOptions) {
    try (ServerProcess server =
        ServerProcess.start(
            Contender.PARLEY, conditions.home(), data, conditions.serverOptions(), javaOptions)) {
      Map<Figure, Double> figures = new EnumMap<>(Figure.class);
      figures.put(Figure.SECONDS, server.readyNanos() / 1e9);
      figures.put(Figure.CPU_SECONDS, server.figures().cpuNanos() / 1e9);
      figures.put(Figure.RESIDENT, server.figures().residentBytes() / 1048576.0);
      return figures;
    } catch (Unavailable e) {
      throw new IllegalStateException(e);
    }
  }
}
