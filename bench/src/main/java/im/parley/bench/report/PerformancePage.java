package im.parley.bench.report;

import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of {@code docs/performance.md}. */
final class PerformancePage {

  private static final String INTRODUCTION =
      """
      # Performance

      This page is written by `./parley bench page` from the last results of each scenario. Anyone
      can measure again: `./parley bench all --peers`, and then `./parley bench page`.

      **How to read it.** The server runs alone on one core, the clients on another, on one machine
      and over the loopback interface. What carries over to other machines are the ratios between
      servers of one run, and to a lesser degree the CPU time for each unit of work; rates and times
      by the clock are those of this machine on that day. Each number is the median of its runs.
      CPU time is user and system time of the server's process. A peer that stores nothing is named
      so: Parley has each message on disk before anyone sees it.
      """;

  private static final Pattern BY_HAND =
      Pattern.compile("<!-- by hand -->.*?<!-- until here -->", Pattern.DOTALL);

  private PerformancePage() {}

  /**
   * The page anew. What was not measured stays as it was, and so does what stands in it between
   * {@code <!-- by hand -->} and {@code <!-- until here -->}.
   *
   * @param before the page as it is
   * @param results what came out, by scenario; empty for one that was not measured
   */
  static String write(String before, SequencedMap<String, String> results) {
    Map<String, String> sections = sections(before);
    StringBuilder page = new StringBuilder(INTRODUCTION);
    results.forEach((scenario, result) -> {
      String heading = heading(scenario);
      String old = sections.getOrDefault(heading, "");
      String section = result.isEmpty() ? old : result.strip() + byHand(old);
      if (!section.isEmpty()) {
        page.append("\n## ").append(heading).append("\n\n").append(section).append('\n');
      }
    });
    return page.toString();
  }

  private static Map<String, String> sections(String page) {
    return Pattern.compile("^## ", Pattern.MULTILINE)
        .splitAsStream(page)
        .skip(1)
        .map(section -> section.split("\n", 2))
        .collect(
            Collectors.toMap(
                section -> section[0], section -> section.length > 1 ? section[1].strip() : ""));
  }

  private static String byHand(String section) {
    return BY_HAND
        .matcher(section)
        .results()
        .map(part -> "\n\n" + part.group())
        .collect(Collectors.joining());
  }

  private static String heading(String scenario) {
    return switch (scenario) {
      case "fanout" -> "Delivering to many";
      case "growth" -> "Rooms of every size";
      case "idle" -> "Connections that do nothing";
      case "send" -> "Messages on disk";
      case "storm" -> "Everybody comes back";
      case "history" -> "Reading back";
      case "search" -> "Searching";
      case "start" -> "Starting";
      case "mixed" -> "A working day";
      case "nodes" -> "Three nodes";
      case "nodestorm" -> "Everybody comes back to another node";
      default -> scenario;
    };
  }
}
