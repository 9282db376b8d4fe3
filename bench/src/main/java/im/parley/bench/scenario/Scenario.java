package im.parley.bench.scenario;

import im.parley.bench.report.Table;
import java.util.List;

/** A question that measurements answer. */
@FunctionalInterface
public interface Scenario {

  /** Measures; takes minutes. */
  List<Table> measure(Conditions conditions);
}
