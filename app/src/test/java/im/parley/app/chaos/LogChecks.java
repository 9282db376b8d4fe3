package im.parley.app.chaos;

import im.parley.app.chaos.History.Acked;
import im.parley.app.chaos.History.FinalLog;
import im.parley.app.chaos.History.Heard;
import im.parley.app.chaos.History.Line;
import im.parley.app.chaos.HistoryChecker.Invariant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether answers, deliveries and logs tell of the same messages in the same places. */
final class LogChecks {

  private final Evidence evidence;

  private LogChecks(Evidence evidence) {
    this.evidence = evidence;
  }

  /** Reports what is wrong. */
  static void check(Evidence evidence) {
    LogChecks checks = new LogChecks(evidence);
    checks.checkAgreement();
    checks.checkCreation();
    checks.checkLogs();
  }

  /** Answers, deliveries and logs agree on which message is where. */
  private void checkAgreement() {
    Map<Place, String> messages = new HashMap<>();
    Map<String, Place> places = new HashMap<>();
    evidence
        .all(Acked.class)
        .forEach(one -> {
          Place before = places.putIfAbsent(one.key(), new Place(one.room(), one.seq()));
          if (before != null && !before.equals(new Place(one.room(), one.seq()))) {
            evidence.report(
                Invariant.EXACTLY_ONCE,
                "%s was acknowledged at %s and at %s".formatted(one.key(), before, one));
          }
          agree(messages, places, one.room(), new Line(one.seq(), one.key()));
        });
    evidence
        .all(Heard.class)
        .forEach(one -> agree(messages, places, one.room(), new Line(one.seq(), one.key())));
    evidence
        .all(FinalLog.class)
        .forEach(log -> log.lines().forEach(line -> agree(messages, places, log.room(), line)));
  }

  private void agree(
      Map<Place, String> messages, Map<String, Place> places, String room, Line line) {
    Place place = new Place(room, line.seq());
    String name = line.key() == null ? "something else" : line.key();
    String other = messages.putIfAbsent(place, name);
    if (other != null && !other.equals(name)) {
      evidence.report(Invariant.AGREEMENT, "%s is %s and %s".formatted(place, other, name));
    }
    if (line.key() != null) {
      Place elsewhere = places.putIfAbsent(line.key(), place);
      if (elsewhere != null && !elsewhere.equals(place)) {
        evidence.report(
            Invariant.AGREEMENT, "%s is at %s and at %s".formatted(line.key(), elsewhere, place));
      }
    }
  }

  private void checkCreation() {
    Set<String> refused =
        evidence
            .all(History.Refused.class)
            .map(History.Refused::key)
            .filter(key -> !evidence.acked().containsKey(key))
            .collect(Collectors.toSet());
    Stream.concat(
            evidence.all(Heard.class).map(one -> new Line(one.seq(), one.key())),
            evidence.all(FinalLog.class).flatMap(log -> log.lines().stream()))
        .map(Line::key)
        .filter(key -> key != null)
        .distinct()
        .forEach(key -> {
          if (!evidence.sent().containsKey(key)) {
            evidence.report(Invariant.NO_CREATION, "%s was never sent".formatted(key));
          } else if (refused.contains(key)) {
            evidence.report(Invariant.NO_CREATION, "%s was refused, and is there".formatted(key));
          }
        });
  }

  private void checkLogs() {
    Map<String, List<FinalLog>> rooms =
        evidence.all(FinalLog.class).collect(Collectors.groupingBy(FinalLog::room));
    rooms.forEach((room, logs) -> {
      FinalLog first = logs.getFirst();
      checkLog(first);
      logs.stream()
          .filter(log -> !log.lines().equals(first.lines()))
          .forEach(log ->
              evidence.report(
                  Invariant.AGREEMENT,
                  "The log of %s is not the same on %s and %s"
                      .formatted(room, first.node(), log.node())));
    });
    evidence.acked().values().stream()
        .filter(ack -> isMissing(rooms, ack.room(), new Line(ack.seq(), ack.key())))
        .forEach(
            ack -> evidence.report(Invariant.DURABILITY, "%s is not in the log".formatted(ack)));
    evidence
        .all(Heard.class)
        .filter(one -> isMissing(rooms, one.room(), new Line(one.seq(), one.key())))
        .forEach(one ->
            evidence.report(
                Invariant.DURABILITY, "%s was shown and is not in the log".formatted(one)));
  }

  private void checkLog(FinalLog log) {
    Set<String> keys = new HashSet<>();
    long before = 0;
    for (Line line : log.lines()) {
      if (line.seq() != before + 1) {
        evidence.report(
            Invariant.NO_GAP,
            "In the log of %s, %d is after %d".formatted(log.room(), line.seq(), before));
      }
      before = line.seq();
      if (line.key() != null && !keys.add(line.key())) {
        evidence.report(
            Invariant.EXACTLY_ONCE,
            "%s is twice in the log of %s".formatted(line.key(), log.room()));
      }
    }
  }

  /** Whether a line is not in the log of its room, which was read. */
  private static boolean isMissing(Map<String, List<FinalLog>> rooms, String room, Line line) {
    List<FinalLog> logs = rooms.get(room);
    if (logs == null) {
      return false;
    }
    List<Line> lines = logs.getFirst().lines();
    return line.seq() < 1
        || line.seq() > lines.size()
        || !lines.get((int) line.seq() - 1).equals(line);
  }
}
