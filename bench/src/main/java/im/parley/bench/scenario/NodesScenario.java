package im.parley.bench.scenario;

import im.parley.bench.contender.DatabaseServer;
import im.parley.bench.report.Table;
import java.util.List;
import java.util.function.Function;

/** What it costs to be one of three nodes, on one PostgreSQL and one Redis. */
public final class NodesScenario implements Scenario {

  static final int NODES = 3;

  @Override
  public List<Table> measure(Conditions conditions) {
    return onDatabase(
        conditions,
        database ->
            List.of(
                NodesLatency.measure(conditions, database),
                NodesCost.measure(conditions, database)));
  }

  /** How clients of several nodes come back. */
  public static Scenario storm() {
    return conditions ->
        onDatabase(conditions, database -> List.of(NodesStorm.measure(conditions, database)));
  }

  /** On the one that is given, or on one for this time. */
  private static List<Table> onDatabase(
      Conditions conditions, Function<DatabaseServer, List<Table>> measurement) {
    if (conditions.database().isPresent()) {
      return measurement.apply(conditions.database().get());
    }
    try (DatabaseServer database = DatabaseServer.embedded()) {
      return measurement.apply(database);
    }
  }
}
