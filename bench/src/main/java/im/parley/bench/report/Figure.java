package im.parley.bench.report;

import java.util.Locale;

/** A kind of number that scenarios measure: its name in tables, and how it is written. */
public enum Figure {
  /** CPU time of the server, user and system, for each time that one client got one message. */
  CPU_PER_DELIVERY("CPU µs / delivery", "%.2f"),
  /** How often a client got a message, in a second. */
  DELIVERIES("deliveries / s", "%,.0f"),
  /** CPU time of the server for each acknowledged message. */
  CPU_PER_SEND("CPU µs / send", "%.1f"),
  /** CPU time of the database's own processes for each acknowledged message. */
  DATABASE_CPU_PER_SEND("database's CPU µs / send", "%.1f"),
  /** Acknowledged messages in a second. */
  SENDS("sends / s", "%,.0f"),
  /** Half of the times did not exceed this. */
  P50("p50 ms", "%.2f"),
  /** 99 of 100 times did not exceed this. */
  P99("p99 ms", "%.2f"),
  /** 999 of 1000 times did not exceed this. */
  P999("p99.9 ms", "%.2f"),
  /** How much later than at the sender's node 99 of 100 had it at others. */
  LATER("p99 later by ms", "%.2f"),
  /** Memory of the process for each connection, as the kernel counts it. */
  RESIDENT_PER_CONNECTION("RSS bytes / connection", "%,.0f"),
  /** Heap that is in use after a full collection, for each connection. */
  HEAP_PER_CONNECTION("heap bytes / connection", "%,.0f"),
  /** Memory of the whole process. */
  RESIDENT("RSS MiB", "%,.0f"),
  /** How long something took as a whole. */
  SECONDS("seconds", "%.2f"),
  /** CPU time of the server for each client. */
  CPU_PER_CLIENT("CPU µs / client", "%,.0f"),
  /** CPU time of the database's own processes for each client. */
  DATABASE_CPU_PER_CLIENT("database's CPU µs / client", "%,.0f"),
  /** CPU time of the server for each page of history or of a search. */
  CPU_PER_PAGE("CPU µs / page", "%,.0f"),
  /** CPU time as a whole. */
  CPU_SECONDS("CPU seconds", "%.2f"),
  /** How many times as much as Parley's. */
  RATIO("÷ Parley", "%.1f"),
  /** How many times as much as a node that is alone. */
  NODE_RATIO("÷ alone", "%.2f");

  private final String title;
  private final String format;

  Figure(String title, String format) {
    this.title = title;
    this.format = format;
  }

  /** The head of its column. */
  public String title() {
    return title;
  }

  String write(double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
