package im.parley.bench.report;

import io.avaje.json.mapper.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Keeps what was measured: {@code bench/results/SCENARIO.json} and {@code .md}. */
public final class Results {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path directory;
  private final Path page;

  /** Of the checkout at this place. */
  public Results(Path home) {
    this.directory = home.resolve("bench/results");
    this.page = home.resolve("docs/performance.md");
  }

  /** Prints the tables and keeps them. */
  public void keep(String scenario, List<Table> tables) {
    StringBuilder markdown = new StringBuilder();
    tables.forEach(table -> markdown.append(table.markdown()).append('\n'));
    System.out.print(markdown);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("scenario", scenario);
    all.put("tables", tables.stream().map(Table::json).toList());
    write(directory.resolve(scenario + ".json"), JSON.map().toJsonPretty(all) + "\n");
    write(directory.resolve(scenario + ".md"), markdown.toString());
  }

  /** Writes the page of results from what was kept of each scenario; the rest stays. */
  public void writePage(List<String> scenarios) {
    try {
      SequencedMap<String, String> results = new LinkedHashMap<>();
      for (String scenario : scenarios) {
        Path kept = directory.resolve(scenario + ".md");
        results.put(scenario, Files.exists(kept) ? Files.readString(kept) : "");
      }
      write(page, PerformancePage.write(Files.readString(page), results));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
