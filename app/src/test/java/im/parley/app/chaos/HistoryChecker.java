package im.parley.app.chaos;

import im.parley.app.chaos.History.Acked;
import im.parley.app.chaos.History.FinalLog;
import im.parley.app.chaos.History.Heard;
import im.parley.app.chaos.History.Line;
import im.parley.app.chaos.History.Sent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds a history against what is promised, invariant by invariant. */
final class HistoryChecker {

  /** So long after the answer a session that is online may wait for a message. */
  static final Duration DELIVERY = Duration.ofSeconds(10);

  private final List<History.Entry> entries;
  private final List<Violation> violations = new ArrayList<>();
  private final Map<String, Sent> sent = new HashMap<>();
  private final Map<String, Acked> acked = new HashMap<>();

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

  private HistoryChecker(List<History.Entry> entries) {
    this.entries = entries;
    all(Sent.class).forEach(one -> sent.putIfAbsent(one.key(), one));
    all(Acked.class).forEach(one -> acked.putIfAbsent(one.key(), one));
  }

  /** The promises that were not kept; none if all is well. */
  static List<Violation> check(History history) {
    HistoryChecker checker = new HistoryChecker(history.entries());
    checker.checkAgreement();
    checker.checkCreation();
    checker.checkStreams();
    checker.checkProgramOrder();
    checker.checkRealTimeOrder();
    checker.checkLogs();
    checker.checkIsolation();
    checker.checkDelivery();
    checker.checkState();
    return checker.violations;
  }

  private <T extends History.Entry> Stream<T> all(Class<T> type) {
    return entries.stream().filter(type::isInstance).map(type::cast);
  }

  private void report(Invariant invariant, String what) {
    violations.add(new Violation(invariant, what));
  }

  private record Place(String room, long seq) {}

  /** Answers, deliveries and logs agree on which message is where. */
  private void checkAgreement() {
    Map<Place, String> messages = new HashMap<>();
    Map<String, Place> places = new HashMap<>();
    all(Acked.class)
        .forEach(one -> {
          Place before = places.putIfAbsent(one.key(), new Place(one.room(), one.seq()));
          if (before != null && !before.equals(new Place(one.room(), one.seq()))) {
            report(
                Invariant.EXACTLY_ONCE,
                "%s was acknowledged at %s and at %s".formatted(one.key(), before, one));
          }
          agree(messages, places, one.room(), new Line(one.seq(), one.key()));
        });
    all(Heard.class)
        .forEach(one -> agree(messages, places, one.room(), new Line(one.seq(), one.key())));
    all(FinalLog.class)
        .forEach(log -> log.lines().forEach(line -> agree(messages, places, log.room(), line)));
  }

  private void agree(
      Map<Place, String> messages, Map<String, Place> places, String room, Line line) {
    Place place = new Place(room, line.seq());
    String name = line.key() == null ? "something else" : line.key();
    String other = messages.putIfAbsent(place, name);
    if (other != null && !other.equals(name)) {
      report(Invariant.AGREEMENT, "%s is %s and %s".formatted(place, other, name));
    }
    if (line.key() != null) {
      Place elsewhere = places.putIfAbsent(line.key(), place);
      if (elsewhere != null && !elsewhere.equals(place)) {
        report(
            Invariant.AGREEMENT, "%s is at %s and at %s".formatted(line.key(), elsewhere, place));
      }
    }
  }

  private void checkCreation() {
    Set<String> refused =
        all(History.Refused.class)
            .map(History.Refused::key)
            .filter(key -> !acked.containsKey(key))
            .collect(Collectors.toSet());
    Stream.concat(
            all(Heard.class).map(one -> new Line(one.seq(), one.key())),
            all(FinalLog.class).flatMap(log -> log.lines().stream()))
        .map(Line::key)
        .filter(key -> key != null)
        .distinct()
        .forEach(key -> {
          if (!sent.containsKey(key)) {
            report(Invariant.NO_CREATION, "%s was never sent".formatted(key));
          } else if (refused.contains(key)) {
            report(Invariant.NO_CREATION, "%s was refused, and is there".formatted(key));
          }
        });
  }

  /** What each client hears of each room, over all its connections. */
  private void checkStreams() {
    Map<String, Long> last = new HashMap<>();
    for (History.Entry entry : entries) {
      switch (entry) {
        case Heard heard -> {
          String stream = heard.client() + " in " + heard.room();
          Long before = last.put(stream, heard.seq());
          if (before != null) {
            checkStep(stream, before, heard.seq());
          }
        }
        case History.Reset reset -> last.put(reset.client() + " in " + reset.room(), reset.after());
        case History.Back back -> last.remove(back.client() + " in " + back.room());
        default -> {}
      }
    }
  }

  private void checkStep(String stream, long before, long seq) {
    if (seq == before) {
      report(Invariant.EXACTLY_ONCE, "%s heard %d twice".formatted(stream, seq));
    } else if (seq < before) {
      report(Invariant.ORDER, "%s heard %d after %d".formatted(stream, seq, before));
    } else if (seq > before + 1) {
      report(Invariant.NO_GAP, "%s heard %d after %d".formatted(stream, seq, before));
    }
  }

  /** What one client sends into one room in order is there in order. */
  private void checkProgramOrder() {
    Map<String, TreeMap<Integer, Acked>> programs = new HashMap<>();
    acked.forEach((key, ack) -> {
      Sent one = sent.get(key);
      if (one != null) {
        programs
            .computeIfAbsent(one.client() + " in " + one.room(), _ -> new TreeMap<>())
            .put(one.number(), ack);
      }
    });
    programs.forEach((program, acks) -> {
      long before = -1;
      for (Acked ack : acks.values()) {
        if (ack.seq() <= before) {
          report(Invariant.ORDER, "%s: %s comes after %d".formatted(program, ack, before));
        }
        before = ack.seq();
      }
    });
  }

  /** What was sent after an answer is behind what was answered. */
  private void checkRealTimeOrder() {
    Map<String, Acked> newest = new HashMap<>();
    for (History.Entry entry : entries) {
      switch (entry) {
        case Acked ack ->
            newest.merge(ack.room(), ack, (one, other) -> one.seq() >= other.seq() ? one : other);
        case Sent one when one.equals(sent.get(one.key())) -> {
          Acked ack = acked.get(one.key());
          Acked before = newest.get(one.room());
          if (ack != null && before != null && ack.seq() <= before.seq()) {
            report(
                Invariant.ORDER, "%s was sent after %s, and is before it".formatted(ack, before));
          }
        }
        default -> {}
      }
    }
  }

  private void checkLogs() {
    Map<String, List<FinalLog>> rooms =
        all(FinalLog.class).collect(Collectors.groupingBy(FinalLog::room));
    rooms.forEach((room, logs) -> {
      FinalLog first = logs.getFirst();
      checkLog(first);
      logs.stream()
          .filter(log -> !log.lines().equals(first.lines()))
          .forEach(log ->
              report(
                  Invariant.AGREEMENT,
                  "The log of %s is not the same on %s and %s"
                      .formatted(room, first.node(), log.node())));
    });
    acked.values().stream()
        .filter(ack -> isMissing(rooms, ack.room(), new Line(ack.seq(), ack.key())))
        .forEach(ack -> report(Invariant.DURABILITY, "%s is not in the log".formatted(ack)));
    all(Heard.class)
        .filter(one -> isMissing(rooms, one.room(), new Line(one.seq(), one.key())))
        .forEach(one ->
            report(Invariant.DURABILITY, "%s was shown and is not in the log".formatted(one)));
  }

  private void checkLog(FinalLog log) {
    Set<String> keys = new HashSet<>();
    long before = 0;
    for (Line line : log.lines()) {
      if (line.seq() != before + 1) {
        report(
            Invariant.NO_GAP,
            "In the log of %s, %d is after %d".formatted(log.room(), line.seq(), before));
      }
      before = line.seq();
      if (line.key() != null && !keys.add(line.key())) {
        report(
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

  /** Whoever is out of a room, or has no session, hears nothing that was sent after the answer. */
  private void checkIsolation() {
    Map<String, Long> outSince = new HashMap<>();
    for (History.Entry entry : entries) {
      switch (entry) {
        case History.Out out -> outSince.put(out.client() + " in " + out.room(), out.at());
        case History.Back back -> outSince.remove(back.client() + " in " + back.room());
        case History.Revoked revoked -> outSince.put(revoked.client(), revoked.at());
        case Heard heard -> {
          checkIsolation(outSince.get(heard.client() + " in " + heard.room()), heard);
          checkIsolation(outSince.get(heard.client()), heard);
        }
        default -> {}
      }
    }
  }

  private void checkIsolation(@Nullable Long outSince, Heard heard) {
    Sent message = heard.key() == null ? null : sent.get(heard.key());
    if (outSince != null && message != null && message.at() > outSince) {
      report(Invariant.ISOLATION, "%s was sent when its hearer was out".formatted(heard));
    }
  }

  /** Who is online from before a message is sent until some time after its answer gets it. */
  private void checkDelivery() {
    Map<String, Set<Long>> heard = new HashMap<>();
    all(Heard.class)
        .forEach(one ->
            heard
                .computeIfAbsent(one.client() + " in " + one.room(), _ -> new HashSet<>())
                .add(one.seq()));
    spans()
        .forEach((client, times) ->
            acked.values().stream()
                .filter(ack -> {
                  Set<Long> stream = heard.get(client + " in " + ack.room());
                  return stream != null && !stream.contains(ack.seq());
                })
                .filter(ack -> times.stream().anyMatch(span -> covers(span, ack)))
                .forEach(
                    ack -> report(Invariant.DELIVERY, "%s never heard %s".formatted(client, ack))));
  }

  private record Span(long from, long until) {}

  private boolean covers(Span span, Acked ack) {
    Sent message = sent.get(ack.key());
    return message != null
        && span.from() < message.at()
        && ack.at() + DELIVERY.toNanos() < span.until();
  }

  /** When each client was online, and in every room of its own. */
  private Map<String, List<Span>> spans() {
    Map<String, List<Span>> spans = new HashMap<>();
    Map<String, Long> since = new HashMap<>();
    long end = entries.isEmpty() ? 0 : entries.getLast().at();
    for (History.Entry entry : entries) {
      switch (entry) {
        case History.Online online -> since.put(online.client(), online.at());
        case History.Offline offline -> end(spans, since, offline.client(), offline.at());
        case History.Out out -> {
          end(spans, since, out.client(), out.at());
        }
        case History.Reset reset -> {
          end(spans, since, reset.client(), reset.at());
          since.put(reset.client(), reset.at());
        }
        default -> {}
      }
    }
    Set.copyOf(since.keySet()).forEach(client -> end(spans, since, client, end));
    return spans;
  }

  private static void end(
      Map<String, List<Span>> spans, Map<String, Long> since, String client, long at) {
    Long from = since.remove(client);
    if (from != null) {
      spans.computeIfAbsent(client, _ -> new ArrayList<>()).add(new Span(from, at));
    }
  }

  private void checkState() {
    all(History.Marked.class)
        .collect(Collectors.groupingBy(mark -> mark.user() + " in " + mark.room()))
        .forEach((whose, marks) ->
            pairs(marks, History.Marked::askedAt)
                .forEach(pair -> {
                  if (pair.later().seq() < pair.earlier().seq()) {
                    report(
                        Invariant.STATE,
                        "%s: %s, then %s".formatted(whose, pair.earlier(), pair.later()));
                  }
                }));
    all(History.Shown.class)
        .collect(Collectors.groupingBy(shown -> new Place(shown.room(), shown.seq())))
        .forEach((place, shown) ->
            pairs(shown, History.Shown::askedAt)
                .forEach(pair -> {
                  if (pair.earlier().deleted() && !pair.later().deleted()) {
                    report(Invariant.STATE, "%s was deleted, and came back".formatted(place));
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
