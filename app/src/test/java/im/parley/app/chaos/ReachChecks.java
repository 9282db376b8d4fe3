package im.parley.app.chaos;

import im.parley.app.chaos.History.Acked;
import im.parley.app.chaos.History.Heard;
import im.parley.app.chaos.History.Sent;
import im.parley.app.chaos.HistoryChecker.Invariant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether messages reached those whom they were for, and nobody else. */
final class ReachChecks {

  /** So long after the answer a session that is online may wait for a message. */
  private static final Duration DELIVERY = Duration.ofSeconds(10);

  private final Evidence evidence;

  private ReachChecks(Evidence evidence) {
    this.evidence = evidence;
  }

  /** Reports what is wrong. */
  static void check(Evidence evidence) {
    ReachChecks checks = new ReachChecks(evidence);
    checks.checkIsolation();
    checks.checkDelivery();
  }

  /** Whoever is out of a room, or has no session, hears nothing that was sent after the answer. */
  private void checkIsolation() {
    Map<String, Long> outSince = new HashMap<>();
    for (History.Entry entry : evidence.entries()) {
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
    Sent message = heard.key() == null ? null : evidence.sent().get(heard.key());
    if (outSince != null && message != null && message.at() > outSince) {
      evidence.report(Invariant.ISOLATION, "%s was sent when its hearer was out".formatted(heard));
    }
  }

  /** Who is online from before a message is sent until some time after its answer gets it. */
  private void checkDelivery() {
    Map<String, Set<Long>> heard = new HashMap<>();
    evidence
        .all(Heard.class)
        .forEach(one ->
            heard
                .computeIfAbsent(one.client() + " in " + one.room(), _ -> new HashSet<>())
                .add(one.seq()));
    spans()
        .forEach((client, times) ->
            evidence.acked().values().stream()
                .filter(ack -> {
                  Set<Long> stream = heard.get(client + " in " + ack.room());
                  return stream != null && !stream.contains(ack.seq());
                })
                .filter(ack -> times.stream().anyMatch(span -> covers(span, ack)))
                .forEach(ack ->
                    evidence.report(
                        Invariant.DELIVERY, "%s never heard %s".formatted(client, ack))));
  }

  private record Span(long from, long until) {}

  private boolean covers(Span span, Acked ack) {
    Sent message = evidence.sent().get(ack.key());
    return message != null
        && span.from() < message.at()
        && ack.at() + DELIVERY.toNanos() < span.until();
  }

  /** When each client was online, and in every room of its own. */
  private Map<String, List<Span>> spans() {
    Map<String, List<Span>> spans = new HashMap<>();
    Map<String, Long> since = new HashMap<>();
    long end = evidence.entries().isEmpty() ? 0 : evidence.entries().getLast().at();
    for (History.Entry entry : evidence.entries()) {
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
}
