package im.parley.bench;

import im.parley.bench.contender.Contender;
import im.parley.bench.contender.DatabaseServer;
import im.parley.bench.micro.MicroBenchmarks;
import im.parley.bench.report.Results;
import im.parley.bench.report.Table;
import im.parley.bench.scenario.Conditions;
import im.parley.bench.scenario.FanOutScenario;
import im.parley.bench.scenario.HistoryScenario;
import im.parley.bench.scenario.IdleScenario;
import im.parley.bench.scenario.MixedScenario;
import im.parley.bench.scenario.NodesScenario;
import im.parley.bench.scenario.Scenario;
import im.parley.bench.scenario.SearchScenario;
import im.parley.bench.scenario.SendScenario;
import im.parley.bench.scenario.StartScenario;
import im.parley.bench.scenario.StormScenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code bench SCENARIO…}: measures, prints tables, keeps them as JSON. */
final class BenchCommand {

  private static final SequencedMap<String, Scenario> SCENARIOS = scenarios();
  private static final String PAGE = "page";
  private static final String MICRO = "micro";
  private static final String EMBEDDED = "embedded";
  private static final String SOCKET_IO = "socketio";

  private BenchCommand() {}

  private static SequencedMap<String, Scenario> scenarios() {
    SequencedMap<String, Scenario> scenarios = new LinkedHashMap<>();
    scenarios.put("fanout", new FanOutScenario());
    scenarios.put("growth", FanOutScenario.growth());
    scenarios.put("idle", new IdleScenario());
    scenarios.put("send", new SendScenario());
    scenarios.put("storm", new StormScenario());
    scenarios.put("history", new HistoryScenario());
    scenarios.put("search", new SearchScenario());
    scenarios.put("start", new StartScenario());
    scenarios.put("mixed", new MixedScenario());
    scenarios.put("nodes", new NodesScenario());
    scenarios.put("nodestorm", NodesScenario.storm());
    return scenarios;
  }

  static CommandSpec spec() {
    CommandSpec bench = CommandSpec.create().name("bench").mixinStandardHelpOptions(true);
    bench
        .usageMessage()
        .description(
            "Measures how fast Parley is. Scenarios: "
                + String.join(", ", SCENARIOS.sequencedKeySet())
                + "; or all of them. "
                + MICRO
                + " measures the steps of the hot path by themselves. "
                + PAGE
                + " writes docs/performance.md from the last results of each.");
    bench.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("SCENARIO")
            .arity("1..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .build());
    bench.addOption(
        OptionSpec.builder("--home").type(Path.class).required(true).hidden(true).build());
    bench.addOption(option("--runs", "5", "How often each load is repeated; the median counts"));
    bench.addOption(option("--seconds", "4", "How long one run takes"));
    bench.addOption(option("--clients", "15000", "How many come back in a storm"));
    bench.addOption(
        OptionSpec.builder("--peers")
            .type(boolean.class)
            .description("Measure Socket.IO, ws and uWebSockets.js in the same run")
            .build());
    bench.addOption(
        OptionSpec.builder("--door")
            .paramLabel("DOOR")
            .type(String.class)
            .completionCandidates(List.of(SOCKET_IO))
            .description("Measure another door of Parley in the same run: " + SOCKET_IO)
            .build());
    bench.addOption(
        OptionSpec.builder("--database")
            .paramLabel("DATABASE")
            .type(String.class)
            .completionCandidates(List.of(EMBEDDED))
            .description(
                "Measure Parley on PostgreSQL in the same run: '"
                    + EMBEDDED
                    + "' starts a server for it, postgresql://user:password@host:5432/name is one"
                    + " that runs, where databases may be made")
            .build());
    bench.addOption(
        OptionSpec.builder("--server-option")
            .paramLabel("OPTION")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "One more option for Parley, for example --server-option=--transport=io_uring")
            .build());
    return bench;
  }

  private static OptionSpec option(String name, String standard, String description) {
    return OptionSpec.builder(name)
        .paramLabel("N")
        .type(int.class)
        .defaultValue(standard)
        .description(description + " (" + standard + ")")
        .build();
  }

  static int run(ParseResult parsed) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    Path home = parsed.matchedOptionValue("--home", Path.of(""));
    Results results = new Results(home);
    Optional<DatabaseServer> database = database(parsed);
    try {
      for (String name : names(parsed)) {
        switch (name) {
          case MICRO -> MicroBenchmarks.run();
          case PAGE -> results.writePage(List.copyOf(SCENARIOS.sequencedKeySet()));
          default -> results.keep(name, measure(name, conditions(parsed, home, database)));
        }
      }
    } finally {
      database.ifPresent(DatabaseServer::close);
    }
    return 0;
  }

  private static Optional<DatabaseServer> database(ParseResult parsed) {
    String database = parsed.matchedOptionValue("--database", "");
    return switch (database) {
      case "" -> Optional.empty();
      case EMBEDDED -> Optional.of(DatabaseServer.embedded());
      default -> Optional.of(DatabaseServer.at(database));
    };
  }

  private static List<String> names(ParseResult parsed) {
    List<String> names = parsed.matchedPositionalValue(0, List.of());
    if (names.equals(List.of("all"))) {
      return List.copyOf(SCENARIOS.sequencedKeySet());
    }
    for (String name : names) {
      if (!SCENARIOS.containsKey(name) && !Set.of(PAGE, MICRO).contains(name)) {
        throw new CommandLine.ParameterException(
            parsed.commandSpec().commandLine(),
            "There is no scenario '" + name + "'. There are: " + SCENARIOS.keySet());
      }
    }
    return names;
  }

  private static Conditions conditions(
      ParseResult parsed, Path home, Optional<DatabaseServer> database) {
    return new Conditions(
        home,
        parsed.matchedOptionValue("--runs", 5),
        parsed.matchedOptionValue("--seconds", 4),
        parsed.matchedOptionValue("--clients", 15_000),
        besides(parsed),
        database,
        parsed.matchedOptionValue("--server-option", List.of()));
  }

  /** Who is measured in the same run. */
  private static List<Contender> besides(ParseResult parsed) {
    List<Contender> others = new ArrayList<>();
    String door = parsed.matchedOptionValue("--door", "");
    if (door.equals(SOCKET_IO)) {
      others.add(Contender.PARLEY_SOCKET_IO);
    } else if (!door.isEmpty()) {
      throw new CommandLine.ParameterException(
          parsed.commandSpec().commandLine(),
          "There is no door '" + door + "' to measure. There is: " + SOCKET_IO);
    }
    if (parsed.matchedOptionValue("--peers", false)) {
      others.addAll(
          List.of(Contender.SOCKET_IO, Contender.SOCKET_IO_BATCH, Contender.WS, Contender.UWS));
    }
    return others;
  }

  private static List<Table> measure(String name, Conditions conditions) {
    Scenario scenario = Map.copyOf(SCENARIOS).get(name);
    if (scenario == null) {
      throw new IllegalStateException("Not a scenario: " + name);
    }
    return scenario.measure(conditions);
  }
}
