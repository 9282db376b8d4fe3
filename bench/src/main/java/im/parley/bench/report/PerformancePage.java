package im.parley.bench.report;

/** The words of {@code docs/performance.md}. */
final class PerformancePage {

  static final String INTRODUCTION =
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

  private PerformancePage() {}

  static String heading(String scenario) {
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
