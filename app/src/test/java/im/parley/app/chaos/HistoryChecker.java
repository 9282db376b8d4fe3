package im.parley.app.chaos;

import java.util.List;

/** Holds a history against what is promised, invariant by invariant. */
final class HistoryChecker {

  /**
   * A promise that was not kept.
   *
   * @param invariant which
   * @param what happened
   */
  record Violation(Invariant invariant, String what) {}

  /** What is promised of a history. */
  enum Invariant {
    /** Every acknowledged message is in the log once; whatever was shown is in it. */
    DURABILITY,
    /** A place in a room and a message belong to each other, everywhere and for ever. */
    AGREEMENT,
    /** Nothing is delivered that was not sent; what was refused is never seen. */
    NO_CREATION,
    /** The same key has the same place, and reaches a client once. */
    EXACTLY_ONCE,
    /** Places grow in deliveries and logs, with what a client sends, and over answers. */
    ORDER,
    /** No place is skipped without a word, and logs have no holes. */
    NO_GAP,
    /** Whoever is out hears nothing that was sent after. */
    ISOLATION,
    /** Whoever is there gets everything, soon. */
    DELIVERY,
    /** Marks never go back, and deleted messages never return. */
    STATE
  }

  private HistoryChecker() {}

  /** The promises that were not kept; none if all is well. */
  static List<Violation> check(History history) {
    Evidence evidence = new Evidence(history);
    LogChecks.check(evidence);
    OrderChecks.check(evidence);
    ReachChecks.check(evidence);
    StateChecks.check(evidence);
    return evidence.violations();
  }
}
