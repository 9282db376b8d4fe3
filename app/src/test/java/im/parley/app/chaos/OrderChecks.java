package im.parley.app.chaos;

import im.parley.app.chaos.History.Acked;
import im.parley.app.chaos.History.Heard;
import im.parley.app.chaos.History.Sent;
import im.parley.app.chaos.HistoryChecker.Invariant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Whether everything came in order, and once. */
final class OrderChecks {

  private final Evidence evidence;

  private OrderChecks(Evidence evidence) {
    this.evidence = evidence;
  }

  /** Reports what is wrong. */
  static void check(Evidence evidence) {
    OrderChecks checks = new OrderChecks(evidence);
    checks.checkStreams();
    checks.checkProgramOrder();
    checks.checkRealTimeOrder();
  }

  /** What each client hears of each room, over all its connections. */
  private void checkStreams() {
    Map<String, Long> last = new HashMap<>();
    for (History.Entry entry : evidence.entries()) {
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
      evidence.report(Invariant.EXACTLY_ONCE, "%s heard %d twice".formatted(stream, seq));
    } else if (seq < before) {
      evidence.report(Invariant.ORDER, "%s heard %d after %d".formatted(stream, seq, before));
    } else if (seq > before + 1) {
      evidence.report(Invariant.NO_GAP, "%s heard %d after %d".formatted(stream, seq, before));
    }
  }

  /** What one client sends into one room in order is there in order. */
  private void checkProgramOrder() {
    Map<String, TreeMap<Integer, Acked>> programs = new HashMap<>();
    evidence
        .acked()
        .forEach((key, ack) -> {
          Sent one = evidence.sent().get(key);
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
          evidence.report(Invariant.ORDER, "%s: %s comes after %d".formatted(program, ack, before));
        }
        before = ack.seq();
      }
    });
  }

  /** What was sent after an answer is behind what was answered. */
  private void checkRealTimeOrder() {
    Map<String, Acked> newest = new HashMap<>();
    for (History.Entry entry : evidence.entries()) {
      switch (entry) {
        case Acked ack ->
            newest.merge(ack.room(), ack, (one, other) -> one.seq() >= other.seq() ? one : other);
        case Sent one when one.equals(evidence.sent().get(one.key())) -> {
          Acked ack = evidence.acked().get(one.key());
          Acked before = newest.get(one.room());
          if (ack != null && before != null && ack.seq() <= before.seq()) {
            evidence.report(
                Invariant.ORDER, "%s was sent after %s, and is before it".formatted(ack, before));
          }
        }
        default -> {}
      }
    }
  }
}
