package im.parley.app.chaos;

import im.parley.app.chaos.History.Acked;
import im.parley.app.chaos.History.Sent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A history as it is checked: who sent and acknowledged what, and what was found wrong. */
final class Evidence {

  private final List<History.Entry> entries;
  private final List<HistoryChecker.Violation> violations = new ArrayList<>();
  private final Map<String, Sent> sent = new HashMap<>();
  private final Map<String, Acked> acked = new HashMap<>();

  Evidence(History history) {
    this.entries = history.entries();
    all(Sent.class).forEach(one -> sent.putIfAbsent(one.key(), one));
    all(Acked.class).forEach(one -> acked.putIfAbsent(one.key(), one));
  }

  /** Everything that happened, in the order of time. */
  List<History.Entry> entries() {
    return entries;
  }

  /** Everything of this kind that happened. */
  <T extends History.Entry> Stream<T> all(Class<T> type) {
    return entries.stream().filter(type::isInstance).map(type::cast);
  }

  /** Of each key, when it was sent first. */
  Map<String, Sent> sent() {
    return sent;
  }

  /** Of each key, its first answer. */
  Map<String, Acked> acked() {
    return acked;
  }

  void report(HistoryChecker.Invariant invariant, String what) {
    violations.add(new HistoryChecker.Violation(invariant, what));
  }

  List<HistoryChecker.Violation> violations() {
    return violations;
  }
}
