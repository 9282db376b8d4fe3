package im.parley.app.chaos;

import im.parley.app.chaos.HistoryChecker.Invariant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Whether marks and deletions lasted. */
final class StateChecks {

  private final Evidence evidence;

  private StateChecks(Evidence evidence) {
    this.evidence = evidence;
  }

  /** Reports what is wrong. */
  static void check(Evidence evidence) {
    StateChecks checks = new StateChecks(evidence);
    checks.checkMarks();
    checks.checkDeletions();
  }

  private void checkMarks() {
    evidence
        .all(History.Marked.class)
        .collect(Collectors.groupingBy(mark -> mark.user() + " in " + mark.room()))
        .forEach((whose, marks) ->
            pairs(marks, History.Marked::askedAt)
                .forEach(pair -> {
                  if (pair.later().seq() < pair.earlier().seq()) {
                    evidence.report(
                        Invariant.STATE,
                        "%s: %s, then %s".formatted(whose, pair.earlier(), pair.later()));
                  }
                }));
  }

  private void checkDeletions() {
    evidence
        .all(History.Shown.class)
        .collect(Collectors.groupingBy(shown -> new Place(shown.room(), shown.seq())))
        .forEach((place, shown) ->
            pairs(shown, History.Shown::askedAt)
                .forEach(pair -> {
                  if (pair.earlier().deleted() && !pair.later().deleted()) {
                    evidence.report(
                        Invariant.STATE, "%s was deleted, and came back".formatted(place));
                  }
                }));
  }

  private record Pair<T>(T earlier, T later) {}

  /** Each with the last one that had been answered before it was asked. */
  private static <T extends History.Entry> List<Pair<T>> pairs(
      List<T> some, ToLongFunction<T> askedAt) {
    List<T> byQuestion = some.stream().sorted(Comparator.comparingLong(askedAt)).toList();
    List<T> byAnswer = some.stream().sorted(Comparator.comparingLong(History.Entry::at)).toList();
    List<Pair<T>> pairs = new ArrayList<>();
    int answered = 0;
    T last = null;
    for (T one : byQuestion) {
      while (answered < byAnswer.size() && byAnswer.get(answered).at() < askedAt.applyAsLong(one)) {
        last = byAnswer.get(answered++);
      }
      if (last != null) {
        pairs.add(new Pair<>(last, one));
      }
    }
    return pairs;
  }
}
