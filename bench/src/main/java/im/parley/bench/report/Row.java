package im.parley.bench.report;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What one server did under one load.
 *
 * @param labels says which server and which load, by the heads of their columns
 * @param figures what was measured
 */
public record Row(SequencedMap<String, String> labels, Map<Figure, Double> figures) {

  /** A row of so many labels, given as head and label in turn. */
  public static Row of(Map<Figure, Double> figures, String... headsAndLabels) {
    SequencedMap<String, String> labels = new LinkedHashMap<>();
    for (int i = 0; i < headsAndLabels.length; i += 2) {
      labels.put(headsAndLabels[i], headsAndLabels[i + 1]);
    }
    return new Row(labels, new EnumMap<>(figures));
  }

  /** Of several measurements of the same, for each figure the one in the middle. */
  public static Map<Figure, Double> median(List<Map<Figure, Double>> runs) {
    Map<Figure, Double> middle = new EnumMap<>(Figure.class);
    for (Figure figure : runs.getFirst().keySet()) {
      List<Double> values =
          runs.stream().map(run -> requireNonNull(run.get(figure))).sorted().toList();
      middle.put(figure, values.get((values.size() - 1) / 2));
    }
    return middle;
  }

  /** One of its figures, which must be there. */
  public double figure(Figure figure) {
    return requireNonNull(figures.get(figure), figure.title());
  }

  /** This row with one more figure. */
  public Row with(Figure figure, double value) {
    Map<Figure, Double> more = new EnumMap<>(figures);
    more.put(figure, value);
    return new Row(labels, more);
  }
}
