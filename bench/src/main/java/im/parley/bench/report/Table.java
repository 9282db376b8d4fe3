package im.parley.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A scenario's outcome.
 *
 * @param title what was asked
 * @param notes under what conditions, a sentence each
 * @param rows what came out
 */
public record Table(String title, List<String> notes, List<Row> rows) {

  public Table {
    notes = List.copyOf(notes);
    rows = List.copyOf(rows);
  }

  /** As a table in Markdown, with a line of notes. */
  public String markdown() {
    List<String> labels = List.copyOf(labelHeads());
    List<Figure> figures = List.copyOf(figureHeads());
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(labels);
    figures.forEach(figure -> head.add(figure.title()));
    lines.add(head);
    for (Row row : rows) {
      List<String> line = new ArrayList<>();
      labels.forEach(label -> line.add(row.labels().getOrDefault(label, "")));
      for (Figure figure : figures) {
        Double value = row.figures().get(figure);
        line.add(value == null ? "" : figure.write(value));
      }
      lines.add(line);
    }
    return "### "
        + title
        + "\n\n"
        + String.join(" ", notes)
        + "\n\n"
        + aligned(lines, labels.size());
  }

  private Set<String> labelHeads() {
    Set<String> heads = new LinkedHashSet<>();
    rows.forEach(row -> heads.addAll(row.labels().sequencedKeySet()));
    return heads;
  }

  private Set<Figure> figureHeads() {
    Set<Figure> heads = new TreeSet<>();
    rows.forEach(row -> heads.addAll(row.figures().keySet()));
    return heads;
  }

  /** Words to the left, numbers to the right. */
  private static String aligned(List<List<String>> lines, int words) {
    int columns = lines.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], Math.max(3, line.get(i).length()));
      }
    }
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < lines.size(); row++) {
      for (int i = 0; i < columns; i++) {
        String cell = lines.get(row).get(i);
        String space = " ".repeat(widths[i] - cell.length());
        text.append(i < words ? "| " + cell + space + " " : "| " + space + cell + " ");
      }
      text.append("|\n");
      if (row == 0) {
        for (int i = 0; i < columns; i++) {
          text.append(i < words ? "|:" : "|-").append("-".repeat(widths[i]));
          text.append(i < words ? "-" : ":");
        }
        text.append("|\n");
      }
    }
    return text.toString();
  }

  /** As it is written in JSON: titles and values. */
  public Map<String, Object> json() {
    List<Map<String, Object>> written = new ArrayList<>();
    for (Row row : rows) {
      Map<String, Object> fields = new LinkedHashMap<>(row.labels());
      row.figures().forEach((figure, value) -> fields.put(figure.title(), value));
      written.add(fields);
    }
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("title", title);
    table.put("notes", notes);
    table.put("rows", written);
    return table;
  }
}
