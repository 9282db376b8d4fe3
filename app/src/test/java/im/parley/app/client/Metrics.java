package im.parley.app.client;

import java.util.HashMap;
import java.util.Map;

/**
 * What operators see at one moment.
 *
 * @param values every number, by its name and labels
 */
public record Metrics(Map<String, Double> values) {

  /** Of the Prometheus text format. */
  static Metrics parse(String text) {
    Map<String, Double> values = new HashMap<>();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> {
          int space = line.lastIndexOf(' ');
          values.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
        });
    return new Metrics(values);
  }

  /** One of them, which must be there. */
  public double get(String nameAndLabels) {
    Double value = values.get(nameAndLabels);
    if (value == null) {
      throw new AssertionError("There is no " + nameAndLabels);
    }
    return value;
  }
}
